// Arrays by index, where the source has them by their iterator.
import ts from 'typescript';

/**
 * `for (const x of xs)` and `const [a, b] = pair` ask an iterator and see to it that it is closed: several times the
 * bytecode of an index, and an object for each step, until V8 optimizes the function, which it never does in one conversion.
 * Only what the compiler knows to be an array is read by index: a map, a string or a generator has none.
 */
export const arraysByIndex = {
  name: 'arrays-by-index',
  setup(b) {
    const { options } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, ts.sys);
    const program = ts.createProgram(b.initialOptions.entryPoints, options);
    b.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = program.getSourceFile(path);
      return source && { contents: byIndex(source, program.getTypeChecker()), loader: 'ts' };
    });
  },
};

/** The text of a source file of a program that knows its types. */
export function byIndex(source, checker) {
  const { transformed } = ts.transform(source, [
    (context) => (file) => ts.visitNode(file, rewriter(checker, context)),
  ]);
  return ts.createPrinter().printFile(transformed[0]);
}

function rewriter(checker, context) {
  const { factory } = context;
  const isArray = (node) => isArrayType(checker.getTypeAtLocation(node), checker);
  const isPair = (name) => isPlain(name) && isArray(name);
  const constant = (name, value) => factory.createVariableDeclaration(name, undefined, undefined, value);
  const item = (array, i) => factory.createElementAccessExpression(array, i);

  const constants = ({ elements }, from) => {
    const pair = factory.createUniqueName('pair');
    return [
      constant(pair, from),
      ...elements.flatMap((element, i) => (element.name ? [constant(element.name, item(pair, i))] : [])),
    ];
  };

  const loop = (node, { initializer, expression, statement }) => {
    const [array, i] = [factory.createUniqueName('array'), factory.createUniqueName('i')];
    const [{ name }] = initializer.declarations;
    const taken = isPair(node.initializer.declarations[0].name)
      ? constants(name, item(array, i))
      : [constant(name, item(array, i))];
    const start = [constant(array, expression), constant(i, factory.createNumericLiteral(0))];
    return factory.createForStatement(
      factory.createVariableDeclarationList(start, ts.NodeFlags.Let),
      factory.createLessThan(i, factory.createPropertyAccessExpression(array, 'length')),
      factory.createPostfixIncrement(i),
      factory.createBlock([
        factory.createVariableStatement(
          undefined,
          factory.createVariableDeclarationList(taken, initializer.flags),
        ),
        statement,
      ]),
    );
  };

  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (isLoop(node) && isArray(node.expression)) return loop(node, visited);
    if (ts.isVariableDeclaration(node) && node.initializer && isPair(node.name))
      return constants(visited.name, visited.initializer);
    return visited;
  };
  return visit;
}

const isLoop = (node) =>
  ts.isForOfStatement(node) && !node.awaitModifier && ts.isVariableDeclarationList(node.initializer);

/** A pattern of names alone, without the rest of an array or what to take where there is nothing. */
const isPlain = (name) =>
  ts.isArrayBindingPattern(name) &&
  name.elements.every(
    (element) =>
      ts.isOmittedExpression(element) ||
      (ts.isIdentifier(element.name) && !element.initializer && !element.dotDotDotToken),
  );

function isArrayType(type, checker) {
  if (type.isUnion()) return type.types.every((one) => isArrayType(one, checker));
  return checker.isArrayType(type) || checker.isTupleType(type);
}
