/** What a request names, and is not read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batch, request } from './batch';
import { command, MINIMAL } from './command';

describe('what is no file is not waited for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  writeFileSync(join(folder, 'disk.img'), '');
  truncateSync(join(folder, 'disk.img'), 20 * 2 ** 30);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['/dev/zero', 'it is a device, not a file'],
    [pipe, 'it is a pipe, not a file'],
    [folder, 'it is a directory'],
    ['-', 'standard input has the requests'],
  ])('%s', (file, reason) => {
    const answers = batch([
      JSON.stringify({ id: 1, file }),
      JSON.stringify({ id: 2, xml: MINIMAL, options: { host: file } }),
      JSON.stringify({ id: 3, xml: MINIMAL, options: { qemuConf: file, host: 'none' } }),
      request(4, MINIMAL),
    ]);
    expect(answers).toMatchObject([
      {
        error: {
          ...{ code: 'batch-unreadable', message: `cannot read ${file}: ${reason}` },
          help: 'name a file that can be read, or put its text into "xml"',
        },
      },
      {
        error: {
          code: 'batch-unreadable',
          help: expect.stringMatching(/^name a file that .domxml2qemu host/) as unknown,
        },
      },
      { error: { code: 'batch-unreadable', help: expect.stringMatching(/^name a qemu.conf/) as unknown } },
      { ok: true },
    ]);
  });

  test('nor is a disk image read', () => {
    const file = join(folder, 'disk.img');
    expect(batch([JSON.stringify({ id: 1, file })])[0]).toMatchObject({ error: { code: 'xml-too-large' } });
    const [answer] = batch([JSON.stringify({ id: 1, xml: MINIMAL, options: { host: file } })]);
    expect(answer).toMatchObject({
      error: { message: `cannot read ${file}: the file has 21474836480 bytes; the limit is 67108864` },
    });
  });

  test('redacted, no name of a file is told', () => {
    const options = { host: '/srv/acme/host.json', redact: true };
    const { stdout } = command(['batch'], { input: request(1, MINIMAL, options) });
    expect(stdout).toContain('cannot read the file: there is no such file');
    expect(stdout).not.toContain('acme');
  });
});
