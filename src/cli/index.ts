import { readFileSync } from 'node:fs';
import { batch } from './batch';
import { convert } from '../convert';

/** Runs one command line; resolves to the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  if (args[0] === 'batch') return batch(process.stdin);
  const { argv, diagnostics } = convert(readFileSync(args[0] ?? '', 'utf8'));
  for (const { code, message, at } of diagnostics)
    process.stderr.write(`${at?.line ?? 0}: ${code}: ${message}\n`);
  if (argv) process.stdout.write(`${argv.join('\n')}\n`);
  return argv ? 0 : 1;
}
