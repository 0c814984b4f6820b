// What few conversions come to is a file of its own, which the first call of one of its functions loads: start-up pays for
// each function and each table of a bundle, used or not.
import ts from 'typescript';
import { grouped, groupText, usualText } from './groups.mjs';
import { changedIn, namesOf, scopeOf } from './scope.mjs';

/**
 * Parts a bundle of one scope, as esbuild writes it: `usual` keeps what is needed at once, and `seldom` gets the functions
 * that `isIdle` tells of by where they end, a text for each file of the source that has any. `usual` is told where each of those starts in a file (and the last ends), and is the body of a function that is
 * given what CommonJS files are; it has `./loader.js` load the others.
 */
export function split(text, isIdle) {
  const { file, nameOf } = scopeOf(text);
  const changed = changedIn(file, nameOf);
  const statements = file.statements.map((statement) => pieceOf(statement, file, nameOf));
  const [pieces, stays] = [true, false].map((moves) =>
    statements.filter((piece) => isMoved(piece, changed, isIdle) === moves),
  );
  const { groups, numbers } = grouped(pieces);
  const usedBy = (some) => [...new Set(some.flatMap(({ uses }) => [...uses]))];
  const known = { numbers, shared: usedBy(pieces).filter((name) => !numbers.has(name)) };
  return {
    usual: (starts) => usualText(stays, known, starts),
    seldom: groups.map((group) => groupText(group, known)),
  };
}

/** What reads a variable that changes stays beside it. */
function isMoved({ name, ends, uses }, changed, isIdle) {
  return (
    name !== undefined && !changed.has(name) && ![...uses].some((used) => changed.has(used)) && isIdle(ends)
  );
}

/** One statement: the function that it declares, if that is all that it does, and where it mentions the others. */
function pieceOf(statement, file, nameOf) {
  const start = statement.getFullStart();
  const mentions = [];
  const visit = (node, isLater) => {
    const name = nameOf(node);
    const at = { start: node.getStart(file) - start, end: node.end - start };
    if (name !== undefined) mentions.push({ name, ...at, isFetchable: isLater && isCalled(node) });
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
    ...(isFunction(value) && { name, ends: value.end }),
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

const isCalled = (node) => ts.isCallExpression(node.parent) && node.parent.expression === node;
