#!/usr/bin/env node
'use strict';
const { keepCode, load } = require('../dist/loader.js');

async function main(args) {
  const cli = await load(args);
  const status = await cli.run(args);
  await keepCode();
  // All is written: what is left is to give back memory, which the system does quicker.
  process.exit(status);
}

main(process.argv.slice(2));
