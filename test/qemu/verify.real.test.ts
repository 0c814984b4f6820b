/** `verify` as a user calls it: what the plan says is what QEMU has, and what cannot be is named with its line. */
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../cli/command';
import { describeEachQemu } from './qemus';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function guest(devices: string, cpu = ''): string {
  const image = join(folder, 'a.img');
  writeFileSync(image, '');
  truncateSync(image, 1 << 20);
  const file = join(folder, 'guest.xml');
  writeFileSync(
    file,
    `<domain type='qemu'>
  <name>verified</name>
  <uuid>2b1f7e52-5a0e-4a5e-9f61-0b0a54b7c6d2</uuid>
  <memory unit='MiB'>64</memory>
  <vcpu>2</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  ${cpu}
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw' cache='none'/>
      <source file='${image}'/>
      <target dev='vda' bus='virtio'/>
      <serial>S1</serial>
    </disk>
    <interface type='user'><mac address='52:54:00:11:22:33'/><model type='virtio'/></interface>
${devices}
  </devices>
</domain>
`,
  );
  return file;
}

describeEachQemu('verify', ({ binary, version }) => {
  const verify = (...args: string[]) =>
    command(['verify', '--qemu', binary, ...args], { env: { TMPDIR: folder } });

  test.each(['drive', 'blockdev'])(
    'a guest is as planned, with --storage %s',
    (storage) => {
      const { status, stdout, stderr } = verify('--storage', storage, '-o', 'json', guest(''));
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const answer = JSON.parse(stdout) as { qemu: string; equal: boolean; compared: { state: string }[] };
      expect(answer).toMatchObject({ qemu: version, equal: true });
      expect(answer.compared.filter(({ state }) => state !== 'equal')).toEqual([]);
      expect(answer.compared).toContainEqual({
        subject: 'net0',
        what: 'mac',
        planned: '52:54:00:11:22:33',
        realized: '52:54:00:11:22:33',
        state: 'equal',
      });
      expect(readdirSync(folder).sort()).toEqual(['a.img', 'guest.xml']);
    },
    30_000,
  );

  test('what the emulation cannot differs from the plan', () => {
    const cpu = "<cpu mode='custom'><model>qemu64</model><feature name='vmx' policy='require'/></cpu>";
    const { status, stdout } = verify(guest('', cpu));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^cpu +vmx +! planned on, QEMU has off$/m);
    expect(stdout).toMatch(/: 1 of \d+ differ from the plan\.\n$/);
  }, 30_000);

  test('a QEMU that does not start is answered with the line of the XML', () => {
    const file = guest(`    <disk type='file' device='disk'>
      <source file='${folder}/missing.img'/>
      <target dev='vdb' bus='virtio'/>
    </disk>`);
    const { status, stdout, stderr } = verify('--force', file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/guest\.xml:17:\d+: error\[qemu-refused\]: QEMU did not start: Could not open/);
    expect(readdirSync(folder).sort()).toEqual(['a.img', 'guest.xml']);
  }, 30_000);
});
