// Tests of the command line run what is built from these very sources.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

module.exports = () => {
  execFileSync(process.execPath, [join(__dirname, '../build.mjs')], {
    cwd: join(__dirname, '..'),
    stdio: 'inherit',
  });
};
