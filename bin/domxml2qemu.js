#!/usr/bin/env node
'use strict';
const { load } = require('../dist/launch.js');

const args = process.argv.slice(2);

load(args)
  .run(args)
  .then((status) => {
    process.exitCode = status;
  });
