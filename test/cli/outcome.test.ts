import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf } from '../../src/cli/outcome';
import { MINIMAL } from './command';

const folder = mkdtempSync(join(tmpdir(), 'outcome-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NOTED = `<devices><disk type='block' device='lun'>
  <source dev='/dev/disk/by-id/wwn-0x5000c500a1b2c3d4'/><target dev='sda' bus='scsi'/>
</disk></devices>`;

/** A word of the guest, and how what was said of it is counted. */
test.each([
  ['nothing', '', { status: 0, warned: false }, /^$/],
  ['a note alone', NOTED, { status: 0, warned: false }, /note\[/],
  ['a warning', '<colour/>', { status: 0, warned: true }, /warning\[unread-element\]/],
  ['an error alone', "<clock offset='none'/>", { status: 1, warned: false }, /error\[/],
])('with %s', async (_what, element, counted, said) => {
  const file = join(folder, 'guest.xml');
  writeFileSync(file, MINIMAL.replace('</domain>', `${element}</domain>`));
  const outcome = await outcomeOf(file, { host: 'none', color: 'never' });
  expect(outcome).toMatchObject(counted);
  expect(outcome.said).toMatch(said);
});

test('a file that cannot be read is no warning', async () => {
  expect(await outcomeOf(join(folder, 'none.xml'), {})).toMatchObject({ status: 3, warned: false });
});
