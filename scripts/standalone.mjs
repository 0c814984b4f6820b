// Builds dist-standalone/domxml2qemu: one executable with Node inside, for hosts that have none. Run after `npm run build`.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'postject';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(project, 'dist-standalone');
const parts = join(output, 'parts');
const executable = join(output, 'domxml2qemu');

rmSync(output, { recursive: true, force: true });
mkdirSync(parts, { recursive: true });

const main = join(parts, 'standalone.js');
await build({
  entryPoints: [join(project, 'src/cli/loader/standalone.ts')],
  outfile: main,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  logLevel: 'warning',
  // Of no use here: the cache is for the Node inside.
  define: { BUILD: "''" },
});

const blob = join(parts, 'sea.blob');
const config = join(parts, 'sea.json');
writeFileSync(
  config,
  JSON.stringify({
    main,
    output: blob,
    disableExperimentalSEAWarning: true,
    // The bundle has a cache of its own, made by a run: Node's would hold what is compiled before one.
    useCodeCache: false,
    assets: {
      ...Object.fromEntries(['cli.js', 'cli.cache'].map((name) => [name, join(project, 'dist', name)])),
      'standalone.js': main,
    },
  }),
);
execFileSync(process.execPath, ['--experimental-sea-config', config], {
  stdio: ['ignore', 'ignore', 'inherit'],
});

copyFileSync(process.execPath, executable);
chmodSync(executable, 0o755);
// Node's documentation names the fuse: https://nodejs.org/api/single-executable-applications.html
await inject(executable, 'NODE_SEA_BLOB', readFileSync(blob), {
  sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
});
copyFileSync(join(project, 'man/domxml2qemu.1'), join(output, 'domxml2qemu.1'));
rmSync(parts, { recursive: true });
console.log(
  `${executable}: ${Math.round(readFileSync(executable).length / 1e6)} MB, Node ${process.version} inside`,
);
