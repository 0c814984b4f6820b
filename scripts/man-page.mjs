// Writes man/domxml2qemu.1 from the commands of the program.
//   node scripts/man-page.mjs [--check]
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(project, 'man/domxml2qemu.1');

/** The page and the program are TypeScript: one bundle of both, loaded and removed. */
async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'man-page-'));
  const outfile = join(folder, 'page.cjs');
  try {
    const entry = `export { page } from './scripts/man-page/page'; export { program } from './src/cli/program';`;
    await build({
      stdin: { contents: entry, resolveDir: project, loader: 'ts' },
      bundle: true,
      // The text of a page, which no manual needs.
      external: ['page:*'],
      platform: 'node',
      format: 'cjs',
      // What the build makes for the work of a command: no word of the page is in it.
      external: ['page:*'],
      outfile,
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { page, program } = await load();
const text = page(program(async () => {}));

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('man/domxml2qemu.1 does not say what the commands say: run npm run docs');
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
