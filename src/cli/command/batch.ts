import type { Command } from 'commander';
import { JOBS } from './option';
import type { Leave } from './leave';

export function addBatch(root: Command, leave: Leave): void {
  root
    .command('batch')
    .summary('NDJSON in, NDJSON out')
    .description(
      'Reads one JSON object a line: {"id", "file" or "xml", "options"}; answers one a line, in order.',
    )
    .option('-j, --jobs <n>', JOBS, '1')
    .action((options: object) => leave(import('../batch-stream').then((m) => m.batchCommand(options))));
}
