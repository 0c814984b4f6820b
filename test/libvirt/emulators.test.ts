import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EMULATORS = join(__dirname, 'emulators.mjs');
const CACHE = 'var/cache/libvirt/qemu/capabilities';

/** What libvirt notes of the host. */
const HOST = `  <hostCPUSignature>family: 6</hostCPUSignature>
  <kernelVersion>6.1</kernelVersion>
  <cpudata arch='x86'>
    <cpuid eax_in='0x0'/>
  </cpudata>
`;

const OWN = `<qemuCaps>
  <emulator>/usr/bin/qemu-system-x86_64</emulator>
  <qemuctime>11</qemuctime>
  <qemumoddirmtime>12</qemumoddirmtime>
  <selfctime>13</selfctime>
  <selfvers>11003000</selfvers>
  <version>10000000</version>
${HOST}  <arch>x86_64</arch>
</qemuCaps>
`;

const OTHER = `<qemuCaps>
  <emulator>/elsewhere</emulator>
  <qemuctime>0</qemuctime>
  <selfctime>0</selfctime>
  <selfvers>0</selfvers>
  <flag name='kvm'/>
  <version>7002000</version>
  <arch>x86_64</arch>
</qemuCaps>
`;

describe('emulators for a libvirt to ask', () => {
  const root = mkdtempSync(join(tmpdir(), 'emulators-'));
  const file = join(root, 'caps_7.2.0_x86_64.xml');
  beforeAll(() => writeFileSync(file, OTHER));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('libvirt has to have asked its own QEMU', () => {
    mkdirSync(join(root, CACHE), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [EMULATORS, root, file], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('libvirt has not asked a QEMU yet');
  });

  test('what libvirt noted of the host is that of all, what a QEMU can do its own', () => {
    writeFileSync(join(root, CACHE, 'own.xml'), OWN);
    execFileSync(process.execPath, [EMULATORS, root, file]);
    const [made = ''] = readdirSync(join(root, CACHE)).filter((name) => name !== 'own.xml');
    const text = readFileSync(join(root, CACHE, made), 'utf8').replace(/(<qemuctime>)\d{10}</, '$1NOW<');
    expect(text).toBe(`<qemuCaps>
  <emulator>/usr/lib/emulators/7.2.0_x86_64/qemu-system-x86_64</emulator>
  <qemuctime>NOW</qemuctime>
  <qemumoddirmtime>12</qemumoddirmtime>
  <selfctime>13</selfctime>
  <selfvers>11003000</selfvers>
  <flag name='kvm'/>
  <version>7002000</version>
${HOST}  <arch>x86_64</arch>
</qemuCaps>
`);
    expect(made).toMatch(/^[0-9a-f]{64}\.xml$/);
  });
});
