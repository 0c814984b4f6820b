import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { convert } from '../../../src/convert';

/** What is to be done on the host for a guest with this element for its variables. */
const steps = (nvram: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash'>/code</loader>${nvram}</os>
<features><acpi/></features></domain>`,
    { qemuVersion: '10.0' },
  ).plan?.hostSteps.flatMap(({ commands }) => commands);

test.each([
  ["<nvram template='/t.fd'>/vars/a b.fd</nvram>", "cp /t.fd '/vars/a b.fd.part'"],
  [
    "<nvram template='/t.fd' templateFormat='raw' format='raw'>/vars/a b.fd</nvram>",
    "cp /t.fd '/vars/a b.fd.part'",
  ],
  ["<nvram template='/t.fd' format='raw'>/vars/a b.fd</nvram>", "cp /t.fd '/vars/a b.fd.part'"],
  [
    "<nvram template='/t.qcow2' templateFormat='qcow2' format='raw'>/vars/a b.fd</nvram>",
    "qemu-img convert -f qcow2 -O raw /t.qcow2 '/vars/a b.fd.part'",
  ],
])('a store is made from its template where it is not there: %s', (nvram, copies) => {
  expect(steps(nvram)).toEqual([
    `test -e '/vars/a b.fd' || (mkdir -p /vars && ${copies} && mv '/vars/a b.fd.part' '/vars/a b.fd')`,
  ]);
});

test('a store without a template is not made, nor one that is no file', () => {
  expect(steps('<nvram>/vars/a.fd</nvram>')).toEqual([]);
  expect(steps("<nvram type='block' template='/t.fd'><source dev='/dev/vg/vars'/></nvram>")).toEqual([]);
});

test.each(['sh', 'bash'])(
  '%s: a copy that is cut off ends the step and is no store, a whole one is',
  (shell) => {
    const folder = mkdtempSync(join(tmpdir(), 'nvram-'));
    const store = join(folder, 'made', 'vars.fd');
    const template = join(folder, 'template.fd');
    const [command = ''] = steps(`<nvram template='${template}'>${store}</nvram>`) ?? [];
    writeFileSync(template, 'x'.repeat(100_000));
    // Blocks of 512 or 1024 bytes.
    const run = (before: string) =>
      spawnSync(shell, ['-euc', `${before}\n{\n${command}\n}\necho after`], { encoding: 'utf8' });
    try {
      const cut = run("trap '' XFSZ; ulimit -f 8");
      expect({ status: cut.status, stdout: cut.stdout }).toEqual({ status: 1, stdout: '' });
      expect(existsSync(store)).toBe(false);
      expect(run('').stdout).toBe('after\n');
      expect(readFileSync(store)).toHaveLength(100_000);
      expect(readdirSync(dirname(store))).toEqual(['vars.fd']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
