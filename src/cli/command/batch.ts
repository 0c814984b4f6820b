import type { Command } from 'commander';
import { examples } from './examples';
import { JOBS } from './option';
import type { Leave } from './leave';

export function addBatch(root: Command, leave: Leave): void {
  const command = root
    .command('batch')
    .summary('many guests from a program: a line of JSON in, a line of JSON out')
    .description(
      'Reads one JSON object a line: {"id", "file" or "xml", "options"}; answers one a line, in order.',
    )
    .option('-j, --jobs <threads>', JOBS, '1')
    .action((options: object) => leave(import('../batch-stream').then((m) => m.batchCommand(options))));
  examples(command, [
    'domxml2qemu batch < requests.ndjson',
    'domxml2qemu batch --jobs 2 < requests.ndjson',
    `echo '{"id": 1, "file": "guest.xml"}' | domxml2qemu batch`,
  ]);
}
