import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { batchCommand } from '../../src/cli/batch-stream';
import { request } from './batch';
import { PROJECT } from './command';

test.each([
  ['a folder', 'r', 'it is a directory'],
  ['a file that is open for writing alone', 'w', 'it is not open for reading'],
])('standard input that is %s is a failure', (_what, flags, reason) => {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'));
  const stdin = openSync(flags === 'r' ? folder : join(folder, 'requests'), flags);
  const { status, stderr } = spawnSync(process.execPath, [join(PROJECT, 'bin/domxml2qemu.js'), 'batch'], {
    stdio: [stdin, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(stdin);
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: `domxml2qemu: cannot read standard input: ${reason}\n`,
  });
});

test('memory does not grow with the input: what nobody has read is not answered', async () => {
  let asked = 0;
  const line = Buffer.from(`${request(1, '<pool/>')}\n`.repeat(100));
  const input = new Readable({
    read() {
      asked++;
      this.push(line);
    },
  });
  // The reader of the answers stops after the first.
  await expect(
    batchCommand({}, input, () => {
      throw new Error('enough');
    }),
  ).rejects.toThrow('enough');
  expect(asked).toBeLessThan(20);
  expect(input.destroyed).toBe(true);
});
