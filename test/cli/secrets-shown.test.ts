import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from './command';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each with a diagnostic on its line, which is shown below it. */
const GUEST = `<domain type='qemu'>
  <name>web</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='network' device='disk'>
      <source protocol='https' name='a.img'>
        <host name='h.example' port='443'/>
        <cookies><cookie name='sid' odd='1'>TOPS3CRET-cookie</cookie></cookies>
      </source>
      <target dev='vda' bus='virtio'/>
    </disk>
    <graphics type='vnc' port='5901' passwd='TOPS3CRET-vnc' odd='1'/>
    <graphics type='spice' port='5902' passwd='TOPS3CRET-spice' odd='1'/>
  </devices>
</domain>
`;
const fits = GUEST.replace('TOPS3CRET-vnc', 'S3CRETv');

const each = (texts: readonly string[], words: readonly string[]) => {
  const around = ['--host', 'none', '--secret', `cookies-vda=${folder}/jar`];
  const lines = texts.map((text, i) => {
    mkdirSync(join(folder, `${i}`), { recursive: true });
    const file = join(folder, `${i}/web.xml`);
    writeFileSync(file, text);
    return { args: [...words, ...around, file] };
  });
  return commands(lines).map(({ stdout, stderr }) => stdout + stderr);
};
const said = (text: string, ...words: string[]) => each([text], words)[0]!;

test.each([
  ['convert'],
  ['check', '-v'],
  ['explain'],
  ['explain', '--properties'],
  ['explain', '-o', 'json'],
  ['explain', '--html', '-'],
  ['tree'],
  ['run', '--dry-run'],
])('%s %s: a password of the XML is not shown', (...words) => {
  for (const shown of each([GUEST, fits], words)) {
    expect(shown).toContain('web');
    expect(shown).not.toContain('S3CRET');
  }
});

test('a caret points where it did', () => {
  const lines = said(GUEST, 'check').split('\n');
  const frame = lines.findIndex((line) => line.includes("passwd='*************' odd"));
  const caret = lines[frame + 1]?.indexOf('^') ?? -1;
  expect(lines[frame]?.slice(caret)).toMatch(/^odd=|^'?1'/);
});

test.each([
  ['a tag that ends early', GUEST.replace("passwd='TOPS3CRET-vnc'", 'passwd=TOPS3CRET-vnc')],
  ['a quote that is missing', GUEST.replace("TOPS3CRET-vnc'", 'TOPS3CRET-vnc')],
  ['a secret with a sign of XML', GUEST.replace('TOPS3CRET-vnc', 'TOPS3CRET&vnS3CRET;')],
  ['a cookie with blanks', GUEST.replace('TOPS3CRET-cookie', 'TOPS3CRET cookie')],
])('%s: what is wrong is said without it', (_, text) => {
  const shown = said(text, 'check');
  expect(shown).toMatch(/error\[/);
  expect(shown).not.toContain('S3CRET');
});

test('a page that is written for others holds none', () => {
  const page = join(folder, 'web.html');
  said(fits, 'explain', '--html', page);
  expect(readFileSync(page, 'utf8')).not.toContain('S3CRET');
});
