#!/usr/bin/env node
'use strict';
const { load } = require('../dist/launch.js');

const args = process.argv.slice(2);

load(args)
  .run(args)
  .then((status) => {
    // All is written: what is left is to give back memory, which the system does quicker.
    process.exit(status);
  });
