// Writes docs/diagnostics.md from the catalog: every code with what it says and the way out.
//   node scripts/diagnostics-doc.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const catalog = join(project, 'src/diagnostics/catalog');
const target = join(project, 'docs/diagnostics.md');

/** A string or template as a person reads it: `${name}` becomes NAME. */
function prose(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return (
      node.head.text +
      node.templateSpans.map((span) => placeholder(span.expression) + span.literal.text).join('')
    );
  if (ts.isConditionalExpression(node)) return prose(node.whenTrue) ?? prose(node.whenFalse);
  if (ts.isBinaryExpression(node)) return prose(node.right);
  if (ts.isParenthesizedExpression(node)) return prose(node.expression);
  return undefined;
}

function placeholder(expression) {
  const name =
    expression
      .getText()
      .match(/[A-Za-z]+/g)
      ?.at(-1) ?? 'value';
  return ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression) ? name.toUpperCase() : '…';
}

/** The codes that a call can raise: a literal, or the members of a union of literals of that parameter. */
function codes(node, parameters) {
  if (ts.isStringLiteral(node)) return [node.text];
  const parameter = parameters.find(({ name }) => name.getText() === node.getText());
  const types = parameter?.type && ts.isUnionTypeNode(parameter.type) ? parameter.type.types : [];
  return types.map((type) => type.literal.text);
}

/** `error`, or `error or warning` of (fatal ? error : warning). */
function severityOf(node) {
  const names = /^\(\w+(?: === \w+)? \? (\w+) : (\w+)\)$/.exec(node.getText())?.slice(1) ?? [node.getText()];
  return names.every((name) => ['error', 'warning', 'note'].includes(name)) ? names.join(' or ') : undefined;
}

function propertyOf(extras, wanted) {
  if (extras === undefined || !ts.isObjectLiteralExpression(extras)) return undefined;
  return extras.properties.find(({ name }) => name?.getText() === wanted);
}

function entries(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(catalog, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = [];
  const visit = (node, parameters) => {
    const inner = ts.isFunctionLike(node) ? node.parameters : parameters;
    if (
      ts.isCallExpression(node) &&
      severityOf(node.expression) !== undefined &&
      node.arguments.length >= 3
    ) {
      const [code, , message, extras] = node.arguments;
      const property = propertyOf(extras, 'help');
      const stops = propertyOf(extras, 'stopsStart') === undefined ? '' : ', of `run` error';
      for (const name of codes(code, inner))
        found.push({
          code: name,
          severity: severityOf(node.expression) + stops,
          message: prose(message),
          help: property?.initializer && prose(property.initializer),
        });
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, []);
  return found;
}

/** The first case that raises each code; every case is run as a test. A guest that is enough is found before a command line. */
function examples() {
  const cases = join(project, 'test/cases');
  const found = new Map();
  const files = readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const note = (file, shown) => {
    for (const [, code] of readFileSync(join(cases, file), 'utf8').matchAll(
      /(?:(?:^| )(?:error|warning|note)\[|"code":")([a-z0-9-]+)(?:\]:|")/gm,
    ))
      if (!found.has(code)) found.set(code, `[${dirname(file)}](../test/cases/${dirname(file)}/${shown})`);
  };
  for (const file of files) if (/diagnostics[^/]*\.txt$/.test(file)) note(file, 'guest.xml');
  for (const file of files) if (file.endsWith('/command.txt')) note(file, 'command.txt');
  return found;
}

const exampleOf = examples();
const example = (code) => exampleOf.get(code) ?? '';

const seen = new Map();
for (const file of readdirSync(catalog)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .sort())
  for (const entry of entries(file))
    if (!seen.has(entry.code)) seen.set(entry.code, { ...entry, family: file.replace('.ts', '') });

const families = [...new Set([...seen.values()].map(({ family }) => family))];
const escape = (text) => text?.replaceAll('<', '&lt;').replaceAll('|', '\\|').replaceAll('\n', ' ');
const text = `# Diagnostics

Every message has a code that does not change, a place in the XML (\`file:line:column\`) where there is one, and a way out.
Errors refuse the domain (exit status 1), warnings do so with \`--strict\`, notes never do; a warning that is an error of
\`run\` and \`verify\` says what QEMU would not start with. Words in capitals stand for
values of your file. The example is a guest that raises the code, or a command line with what it prints; each is run as a
test. Only \`internal\` has none: a guest that raised it would show a bug, which is mended, not kept. This page is generated
from the catalog and the cases by \`npm run docs\`.
${families
  .map(
    (family) => `
## ${family}

| code | severity | it says | way out | example |
|---|---|---|---|---|
${[...seen.values()]
  .filter((entry) => entry.family === family)
  .sort((a, b) => a.code.localeCompare(b.code))
  .map(
    ({ code, severity, message, help }) =>
      `| \`${code}\` | ${severity} | ${escape(message) ?? ''} | ${escape(help) ?? ''} | ${example(code)} |`,
  )
  .join('\n')}
`,
  )
  .join('')}`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('docs/diagnostics.md does not say what the catalog says: run npm run docs');
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
