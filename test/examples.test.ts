/** Every example runs as a test, from the folder of the project. `UPDATE=1` rewrites what is printed, to be read as a diff. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './cli/command';
import { Replay } from './replay';

const EXAMPLES = join(PROJECT, 'examples');
const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let replay: Replay;
beforeAll(() => {
  replay = new Replay();
});
afterAll(() => replay.remove());

test.each(names)('%s', (name) => replay.expectFile(join(EXAMPLES, name, 'command.txt'), PROJECT));

test('every example has its line in the README of the examples, and a guest', () => {
  const readme = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  for (const name of names) expect(readme).toContain(`(${name}/`);
  for (const name of names)
    expect(existsSync(join(EXAMPLES, name, 'guest.xml')) || existsSync(join(EXAMPLES, name, 'guests'))).toBe(
      true,
    );
  expect(names).toEqual(
    expect.arrayContaining([
      'scsi-lun',
      'scsi-hostdev',
      'scsi-tape',
      'scsi-cdrom',
      'iscsi',
      'vhost-scsi',
      'virtio-lun',
      'multipath',
      'cloud-image',
      'pipeline',
      'dry-run',
    ]),
  );
});
