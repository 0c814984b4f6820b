/** `verify` as a user calls it: what the plan says is what QEMU has, and what cannot be is named with its line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
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

/** One that nobody has, at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => void server.close(done));
  // A screen of VNC begins at 5900.
  return port >= 5900 ? port : freePort();
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

  test('a disk and a CD on USB are as planned', () => {
    const usb = (device: string, target: string) =>
      `<disk type='file' device='${device}'><driver name='qemu' type='raw'/><source file='${folder}/b.img'/><target dev='${target}' bus='usb'/><readonly/></disk>`;
    writeFileSync(join(folder, 'b.img'), '');
    truncateSync(join(folder, 'b.img'), 1 << 20);
    const { stdout, stderr } = verify(guest(usb('disk', 'sda') + usb('cdrom', 'sdb')));
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => / [!?] /.test(line))).toEqual([]);
    expect(stdout).toMatch(/^usb-disk0 +drive += drive-usb-disk0$/m);
  }, 30_000);

  test('namespaces of NVMe are as planned', () => {
    writeFileSync(join(folder, 'b.img'), '');
    truncateSync(join(folder, 'b.img'), 1 << 20);
    const { stdout, stderr } = verify(
      guest(
        `<disk type='file' device='disk'><source file='${folder}/b.img'/><target dev='nvme0n2' bus='nvme'/><serial>N</serial></disk>`,
      ),
    );
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => / [!?] /.test(line))).toEqual([]);
    expect(stdout).toMatch(/^nvme0-0-1 +nsid += 2$/m);
  }, 30_000);

  test('what the guest wrote to a serial port is kept', () => {
    const file = join(folder, 'serial.log');
    writeFileSync(file, 'it booted\n');
    const { status, stderr } = verify(guest(`<serial type='file'><source path='${file}'/></serial>`));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe('it booted\n');
  }, 30_000);

  test('networks, screens, the processor, memory and devices without a name are as planned', async () => {
    const [port, websocket] = await Promise.all([freePort(), freePort()]);
    const cpu = `<maxMemory slots='2' unit='MiB'>1024</maxMemory>
  <genid>324e6eaf-d1d1-4bf6-bf41-b9bb6c91fb87</genid>
  <features><acpi/><vmcoreinfo state='on'/></features>
  <cpu mode='custom'><model>Opteron_G1</model><numa><cell id='0' cpus='0-1' memory='64' unit='MiB'/></numa></cpu>`;
    const file = guest(
      `    <graphics type='vnc' port='${port}' websocket='${websocket}'><listen type='address' address='127.0.0.1'/></graphics>
    <video><model type='virtio'/></video>
    <memory model='dimm'><target><size unit='MiB'>128</size><node>0</node></target></memory>
    <panic model='isa'/>`,
      cpu,
    );
    const { status, stdout, stderr } = verify(file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.replaceAll(/ +/g, ' ').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'guest memory = 67108864',
        'guest memory plugged = 134217728',
        'cpu model = Opteron_G1',
        'hostnet0 netdev = user',
        'vnc enabled = on',
        'vnc address = 127.0.0.1',
        `vnc port = ${port}`,
        `vnc websocket = ${websocket}`,
        'vnc auth = none',
        'vmcoreinfo (0) driver = vmcoreinfo',
        'pvpanic (1) driver = pvpanic',
      ]),
    );
  }, 30_000);

  test('images that are encrypted, a slice or not written to are as planned', () => {
    const at = (name: string) => join(folder, name);
    writeFileSync(at('key'), 'a passphrase');
    // It measures how fast this machine is, and fails where no time seems to have passed.
    const tries = [1, 2, 3, 4, 5];
    const create = (...args: string[]) =>
      expect(
        tries.some(() => spawnSync('qemu-img', ['create', '-q', ...args]).status === 0) ? 'made' : args,
      ).toBe('made');
    const secret = ['--object', `secret,id=s,file=${at('key')}`];
    create('-f', 'qcow2', at('plain.qcow2'), '1M');
    create(
      ...secret,
      '-f',
      'qcow2',
      '-o',
      'encrypt.format=luks,encrypt.key-secret=s',
      at('luks.qcow2'),
      '1M',
    );
    const disk = (name: string, target: string, inSource: string, after = '', format = 'qcow2') =>
      `<disk type='file' device='disk'><driver name='qemu' type='${format}' cache='none'/><source file='${at(name)}'>${inSource}</source><target dev='${target}' bus='virtio'/>${after}</disk>`;
    const luks = "<encryption format='luks'><secret type='passphrase' usage='k'/></encryption>";
    const slice = "<slices><slice type='storage' offset='4096' size='65536'/></slices>";
    truncateSync((writeFileSync(at('b.img'), ''), at('b.img')), 1 << 20);
    const file = guest(
      [
        disk('luks.qcow2', 'vdb', luks),
        disk('b.img', 'vdc', slice, '', 'raw'),
        disk('plain.qcow2', 'vdd', '', '<transient/>'),
      ].join('\n'),
    );
    const { stdout, stderr } = verify('--secret', `k=${at('key')}`, file);
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => line.includes(' ! '))).toEqual([]);
    expect(stdout).toMatch(/^drive-virtio-disk3 +file +=/m);
  }, 90_000);

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
