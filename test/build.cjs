// Tests of the command line run what is built from these very sources. What the last build made of them need not be made again.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

module.exports = async () => {
  const project = join(__dirname, '..');
  const { isBuilt } = await import('../scripts/build/kept.mjs');
  if (isBuilt()) return;
  execFileSync(process.execPath, ['build.mjs'], { cwd: project, stdio: 'inherit' });
};
