#!/usr/bin/env node
'use strict';
const { load } = require('../dist/launch.js');

load()
  .run(process.argv.slice(2))
  .then((status) => {
    process.exitCode = status;
  });
