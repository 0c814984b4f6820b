/** What the package exports names nothing that it does not export. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { PROJECT } from './cli/command';

const sources = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
  const known =
    sources.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  sources.set(file, known);
  return known;
}

function fileOf(from: string, specifier: ts.Expression): string {
  const path = join(dirname(from), (specifier as ts.StringLiteral).text);
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

/** Where a name is declared, and how it is called there; undefined where it is a global one. */
function declaration(file: string, name: string): { file: string; node: ts.Statement } | undefined {
  for (const node of sourceOf(file).statements) {
    if (nameOf(node) === name) return { file, node };
    const from = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node : undefined;
    const bindings = ts.isImportDeclaration(node)
      ? node.importClause?.namedBindings
      : ts.isExportDeclaration(node)
        ? node.exportClause
        : undefined;
    if (!from?.moduleSpecifier?.getText().startsWith("'.") || bindings === undefined) continue;
    for (const { name: local, propertyName } of (bindings as ts.NamedImports).elements)
      if (local.getText() === name)
        return declaration(fileOf(file, from.moduleSpecifier), (propertyName ?? local).getText());
  }
  return undefined;
}

/** The names of types in a declaration; bodies of functions are nobody's business, nor is what is private. */
function typesIn(node: ts.Node): string[] {
  if (ts.isBlock(node)) return [];
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)) return [];
  const name = ts.isTypeReferenceNode(node)
    ? [node.typeName.getText()]
    : ts.isExpressionWithTypeArguments(node)
      ? [node.expression.getText()]
      : [];
  const found = [...name];
  node.forEachChild((child) => void found.push(...typesIn(child)));
  return found;
}

const nameOf = (node: ts.Node) => (node as { name?: ts.Node }).name?.getText() ?? '';

const INDEX = join(PROJECT, 'src/index.ts');
const exported = sourceOf(INDEX).statements.flatMap((node) =>
  ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
    ? node.exportClause.elements.map(({ name }) => declaration(INDEX, name.getText())!)
    : [],
);
const places = new Set(exported.map(({ node }) => node));
const named = (from: readonly { file: string; node: ts.Node }[]) =>
  from.flatMap(({ file, node }) => typesIn(node).flatMap((name) => declaration(file, name) ?? []));

test('the types that functions take and give, and those that these name', () => {
  const functions = exported.filter(
    ({ node }) => ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node),
  );
  expect(functions.length).toBeGreaterThanOrEqual(6);
  const taken = named(functions);
  // What is known of a host, and its settings, are documents: docs/host.md, and their parts by name.
  const parts = named(taken.filter(({ node }) => !/^(HostFacts|QemuConf)$/.test(nameOf(node))));
  const missing = [...taken, ...parts].filter(({ node }) => !places.has(node));
  expect(missing.map(({ node }) => nameOf(node))).toEqual([]);
});
