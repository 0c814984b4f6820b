import type { Command } from 'commander';
import type { Leave } from './leave';

export function addBatch(root: Command, leave: Leave): void {
  root
    .command('batch')
    .summary('NDJSON in, NDJSON out')
    .description(
      'Reads one JSON object a line: {"id", "file" or "xml", "options"}; answers one a line, in order.',
    )
    .action(() => leave(import('../batch').then((m) => m.batchCommand())));
}
