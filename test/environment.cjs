// Node's environment, where a suite is given what V8 made of a module for the suites before it.
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** The script of each file, with the text that it was made of. */
const scripts = new Map();

/**
 * Jest has V8 compile every module anew for every suite, which takes as long as most suites themselves. A script keeps its
 * bytecode, also that of functions which were compiled later, and gives each suite functions of its own. A Jest that asks V8
 * in another way is slower again, and no more.
 */
vm.compileFunction = (text, parameters, { filename, parsingContext }) => {
  const head = `(function (${parameters.join(', ')}) {`;
  const body = `${head}${text}\n})`;
  let known = scripts.get(filename);
  if (known?.body !== body) {
    // A stack names the columns of the text.
    known = { body, script: new vm.Script(body, { filename, columnOffset: -head.length }) };
    scripts.set(filename, known);
  }
  return known.script.runInContext(parsingContext);
};

module.exports = TestEnvironment;
