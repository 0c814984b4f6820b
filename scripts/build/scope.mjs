// The one scope of a bundle as esbuild writes it, and who means which of its names.
import ts from 'typescript';

/** The statements of the bundle, and which of its own names an identifier stands for, if any. Kept until another is asked for. */
export function scopeOf(text) {
  if (last?.text !== text) last = { text, ...readScope(text) };
  return last;
}

let last;

function readScope(text) {
  const name = 'bundle.js';
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const options = { allowJs: true, noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host = {
    ...ts.createCompilerHost(options),
    getSourceFile: (asked) => (asked === name ? file : undefined),
  };
  const checker = ts.createProgram([name], options, host).getTypeChecker();
  const declared = new Set(file.statements.flatMap(namesOf));
  const nameOf = (node) => {
    if (!ts.isIdentifier(node) || !declared.has(node.text) || isPropertyName(node)) return undefined;
    const meant = checker.resolveName(node.text, node, ts.SymbolFlags.Value, false);
    return meant === file.locals.get(node.escapedText) ? node.text : undefined;
  };
  return { file, nameOf };
}

/** What a statement declares. */
export function namesOf(statement) {
  if (ts.isFunctionDeclaration(statement)) return [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name }) => name.text);
}

function isPropertyName(node) {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return NAMED.some((isNamed) => isNamed(parent)) && parent.name === node;
}

const NAMED = [
  ts.isPropertyAccessExpression,
  ts.isPropertyAssignment,
  ts.isPropertyDeclaration,
  ts.isMethodDeclaration,
  ts.isAccessor,
];

/** The variables that change. */
export function changedIn(file, nameOf) {
  const changed = new Set();
  const add = (node) => {
    const name = nameOf(node);
    if (name !== undefined) changed.add(name);
    else if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node))
      ts.forEachChild(node, add);
  };
  const visit = (node) => {
    if (ts.isBinaryExpression(node) && ts.isAssignmentOperator(node.operatorToken.kind)) add(node.left);
    if (COUNTS.has(node.operator)) add(node.operand);
    if (
      (ts.isForOfStatement(node) || ts.isForInStatement(node)) &&
      !ts.isVariableDeclarationList(node.initializer)
    )
      add(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return changed;
}

const COUNTS = new Set([ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken]);
