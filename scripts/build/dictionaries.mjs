// Tables that are asked by key alone.
import ts from 'typescript';
import { scopeOf } from './scope.mjs';

/**
 * The bundle, where each table that nobody asks for a property by name has no prototype: V8 makes a hash table of such a
 * literal at once, where it makes one hidden class for each key of any other, in five times as long. Half of the hidden
 * classes of a conversion were those of tables. See `CreateObjectLiteral` in V8's runtime-literals.cc.
 */
export function withDictionaries(text) {
  const { file, nameOf } = scopeOf(text);
  const tables = new Map();
  const places = [];
  const find = (node) => {
    if (ts.isObjectLiteralExpression(node) && isLarge(node)) {
      const { parent } = node;
      if (isEntries(parent) && parent.arguments[0] === node) places.push(node);
      else if (ts.isVariableDeclaration(parent) && nameOf(parent.name) !== undefined)
        tables.set(parent.name.text, node);
    }
    ts.forEachChild(node, find);
  };
  find(file);
  const check = (node) => {
    const name = nameOf(node);
    if (name !== undefined && tables.has(name) && !isByKey(node)) tables.delete(name);
    ts.forEachChild(node, check);
  };
  check(file);
  return [...places, ...tables.values()]
    .map((node) => node.getStart(file) + 1)
    .sort((a, b) => b - a)
    .reduce((before, at) => `${before.slice(0, at)} __proto__: null,${before.slice(at)}`, text);
}

/** From how many keys on it is worth it. */
const LARGE = 4;
const isLarge = ({ properties }) =>
  properties.length >= LARGE || properties.some((property) => ts.isSpreadAssignment(property));

const isEntries = (node) =>
  ts.isCallExpression(node) && /^Object\.(entries|keys|values)$/.test(node.expression.getText());

/** Whether a table's name stands where it is declared, or where its keys are asked. */
function isByKey(node) {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent)) return parent.name === node;
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (ts.isBinaryExpression(parent))
    return parent.operatorToken.kind === ts.SyntaxKind.InKeyword && parent.right === node;
  return ts.isSpreadAssignment(parent) || isEntries(parent);
}
