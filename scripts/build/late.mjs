// Tables that are made when they are first asked for.
import ts from 'typescript';
import { changedIn, namesOf, scopeOf } from './scope.mjs';

/**
 * The bundle, where each table that `isLate` tells of by its name is given by a function, and where in it those functions
 * end. What it is made of must not depend on when that happens: nothing here reads a variable that changes, or the process.
 */
export function withLateTables(text, isLate) {
  const { file, nameOf } = scopeOf(text);
  const late = new Map(tablesOf(file, changedIn(file, nameOf), nameOf).filter(([name]) => isLate(name)));
  const edits = [];
  const visit = (node) => {
    const name = nameOf(node);
    if (name !== undefined && late.has(name) && !isDeclared(node))
      edits.push({
        start: node.getStart(file),
        end: node.end,
        text: ts.isShorthandPropertyAssignment(node.parent) ? `${name}: ${name}()` : `${name}()`,
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  [...late].forEach(([name, { statement, value }], number) => {
    const start = statement.getStart(file);
    edits.push({
      start,
      end: value.getStart(file),
      text: `function ${name}() { return ${MADE}[${number}] ??= `,
    });
    edits.push({ start: value.end, end: statement.end, text: '; }', name });
  });
  return edited(`var ${MADE} = [];\n`, text, edits);
}

const MADE = '__made';

function edited(head, text, edits) {
  const ends = new Map();
  let [out, at] = [head, 0];
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
    if (edit.name !== undefined) ends.set(edit.name, out.length);
  }
  return { text: out + text.slice(at), ends };
}

const isDeclared = (node) => ts.isVariableDeclaration(node.parent) && node.parent.name === node;

function tablesOf(file, changed, nameOf) {
  return file.statements.flatMap((statement) => {
    const [name, ...others] = namesOf(statement);
    if (name === undefined || others.length > 0 || !ts.isVariableStatement(statement)) return [];
    const value = statement.declarationList.declarations[0].initializer;
    const isTable =
      value !== undefined && !changed.has(name) && isMade(value) && isTimeless(value, changed, nameOf);
    return isTable ? [[name, { statement, value }]] : [];
  });
}

const isMade = (node) => !PLAIN.some((isPlain) => isPlain(node));
const PLAIN = [
  ts.isArrowFunction,
  ts.isFunctionExpression,
  ts.isClassExpression,
  ts.isIdentifier,
  (node) => ts.isLiteralExpression(node) && !ts.isRegularExpressionLiteral(node) && node.text.length < LONG,
  ts.isPrefixUnaryExpression,
];
/** A text of more characters is worth a function that gives it. So is each pattern: V8 parses it when it is made. */
const LONG = 60;

function isTimeless(node, changed, nameOf) {
  if (ts.isIdentifier(node) && OUTSIDE.has(node.text)) return false;
  if (changed.has(nameOf(node))) return false;
  return ts.forEachChild(node, (child) => !isTimeless(child, changed, nameOf) || undefined) === undefined;
}

const OUTSIDE = new Set(['require', 'module', 'process', 'globalThis', 'Date', 'performance']);
