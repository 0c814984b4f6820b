// What few conversions come to is a file of its own, which the first call of one of its functions loads: start-up pays for
// each function and each table of a bundle, used or not.
import ts from 'typescript';
import { grouped, groupText, usualText } from './groups.mjs';
import { changedIn, namesOf, scopeOf } from './scope.mjs';

/**
 * Parts a bundle of one scope, as esbuild writes it: `usual` keeps what is needed at once, and `seldom` gets the functions
 * that `isIdle` tells of by where they end and the tables that nobody else needs, a text for each file of the source that
 * has any. `usual` is told where each of those starts in a file (and the last ends), and is the body of a function that is
 * given what CommonJS files are; it has `./launch.js` load the others.
 */
export function split(text, isIdle) {
  const { file, nameOf } = scopeOf(text);
  const changed = changedIn(file, nameOf);
  const statements = file.statements.map((statement) => pieceOf(statement, file, nameOf));
  const moved = movedOf(statements, changed, isIdle);
  const stays = statements.filter((piece) => !moved.has(piece));
  const pieces = [...moved];
  const { groups, numbers } = grouped(pieces);
  const usedBy = (some) => [...new Set(some.flatMap(({ uses }) => [...uses]))];
  const known = { pieces, numbers, shared: usedBy(pieces).filter((name) => !numbers.has(name)) };
  return {
    usual: (starts) => usualText(stays, known, starts),
    seldom: groups.map((group) => groupText(group, known)),
  };
}

/** A table that the rest of the bundle needs stays, and so does what it needs, until none is left to find. */
function movedOf(pieces, changed, isIdle) {
  const moved = new Set(
    pieces.filter(
      ({ name, value, isTable, ends, uses }) =>
        name !== undefined &&
        !changed.has(name) &&
        ![...uses].some((used) => changed.has(used)) &&
        (isTable ? isPlain(value) : isIdle(ends)),
    ),
  );
  for (let before = -1; before !== moved.size;) {
    before = moved.size;
    const needed = new Set(pieces.filter((piece) => !moved.has(piece)).flatMap(({ uses }) => [...uses]));
    for (const piece of moved) if (piece.isTable && needed.has(piece.name)) moved.delete(piece);
  }
  return moved;
}

/** One statement: the name and value that it declares, if that is all that it does, and where it mentions the others. */
function pieceOf(statement, file, nameOf) {
  const start = statement.getFullStart();
  const mentions = [];
  const visit = (node, isLater) => {
    const name = nameOf(node);
    const at = { start: node.getStart(file) - start, end: node.end - start };
    if (name !== undefined)
      mentions.push({
        ...{
          name,
          ...at,
          isLater,
          isCalled: ts.isCallExpression(node.parent) && node.parent.expression === node,
        },
        isShorthand: ts.isShorthandPropertyAssignment(node.parent),
      });
    ts.forEachChild(node, (child) => visit(child, isLater || ts.isFunctionLike(node)));
  };
  visit(statement, false);
  const [name, ...others] = namesOf(statement);
  const value = others.length > 0 ? undefined : valueOf(statement);
  return {
    text: file.text.slice(start, statement.end),
    mentions: mentions.filter((mention) => mention.name !== name),
    uses: new Set(mentions.map((mention) => mention.name).filter((used) => used !== name)),
    source: sourceAt(statement.getStart(file), file),
    ...(value !== undefined && { name, value, ends: value.end, isTable: !isFunction(value) }),
  };
}

/** esbuild names each file in a comment above what is from there. */
function sourceAt(position, { text }) {
  const start = text.lastIndexOf('\n// ', position);
  return start < 0 ? '' : text.slice(start + 4, text.indexOf('\n', start + 1));
}

function valueOf(statement) {
  if (ts.isFunctionDeclaration(statement)) return statement;
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0].initializer
    : undefined;
}

const isFunction = (node) =>
  node !== undefined &&
  (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** A value that can be made later as well: making it calls nothing of the bundle, and changes nothing. */
function isPlain(node) {
  if (isFunction(node) || ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain);
  if (ts.isObjectLiteralExpression(node)) return node.properties.every(isPlainProperty);
  if (ts.isSpreadElement(node) || ts.isParenthesizedExpression(node)) return isPlain(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isPlain(node.operand);
  if (ts.isBinaryExpression(node))
    return !ts.isAssignmentOperator(node.operatorToken.kind) && isPlain(node.left) && isPlain(node.right);
  if (ts.isNewExpression(node)) return COLLECTIONS.has(node.expression.text) && node.arguments.every(isPlain);
  return CONSTANTS.has(node.kind);
}

const isPlainProperty = (property) =>
  ts.isShorthandPropertyAssignment(property) ||
  ts.isMethodDeclaration(property) ||
  (ts.isSpreadAssignment(property) && isPlain(property.expression)) ||
  (ts.isPropertyAssignment(property) &&
    !ts.isComputedPropertyName(property.name) &&
    isPlain(property.initializer));

const COLLECTIONS = new Set(['Map', 'Set', 'RegExp']);
const CONSTANTS = new Set([ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword]);
