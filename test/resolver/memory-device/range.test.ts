import { convert, type ConvertOptions } from '../../../src/convert';

interface Guest {
  readonly memory: string;
  readonly max: string;
  readonly base: string;
  readonly machine?: string;
  readonly arch?: string;
}

/** A module of 64 MiB at a base. */
const refusals = (
  { memory, max, base, machine = 'q35', arch = 'x86_64' }: Guest,
  options: ConvertOptions = {},
) =>
  convert(
    `<domain type='qemu'><name>a</name><maxMemory slots='1' unit='MiB'>${max}</maxMemory><memory unit='MiB'>${memory}</memory>
<vcpu>1</vcpu><os firmware='efi'><type arch='${arch}' machine='${machine}'>hvm</type></os><features><acpi/></features>
<cpu><numa><cell id='0' cpus='0' memory='${memory}' unit='MiB'/></numa></cpu><devices>
<memory model='virtio-mem'><target><size unit='MiB'>64</size><node>0</node><block unit='MiB'>2</block><requested>0</requested><address base='${base}'/></target></memory>
</devices></domain>`,
    { qemuVersion: '10.0', ...options },
  ).diagnostics.flatMap(({ code, message }) => (code === 'memory-device-invalid' ? [message] : []));

/** On both sides of what QEMU 7.2 and 10.0 call their usable range. */
test.each<[Guest]>([
  [{ memory: '3072', max: '5120', base: '0x13fe00000' }],
  [{ memory: '3072', max: '5120', base: '0x1fc200000' }],
  [{ memory: '256', max: '512', base: '0x80000000' }],
  [{ memory: '3600', max: '5120', base: '0x100000000', machine: 'pc' }],
  [{ memory: '1024', max: '4096', base: '0x20000000', machine: 'virt', arch: 'aarch64' }],
])('%j is outside', (guest) => {
  expect(refusals(guest)).toEqual([expect.stringContaining('the board has memory devices from 0x')]);
  expect(refusals(guest, { profile: 'libvirt' })).toEqual([]);
});

test.each<[Guest]>([
  [{ memory: '3072', max: '5120', base: '0x140000000' }],
  [{ memory: '3072', max: '5120', base: '0x1fc000000' }],
  [{ memory: '3500', max: '5120', base: '0x100000000', machine: 'pc' }],
  [{ memory: '1024', max: '4096', base: '0x80000000', machine: 'virt', arch: 'aarch64' }],
  [{ memory: '1024', max: '2097152', base: '0x20000000000' }],
])('%j is inside, or not known', (guest) => {
  expect(refusals(guest)).toEqual([]);
});

const maximum = (size: string, max: string, profile: 'standalone' | 'libvirt' = 'standalone') =>
  convert(
    `<domain type='qemu'><name>a</name><maxMemory slots='1' unit='KiB'>${max}</maxMemory><memory unit='MiB'>256</memory>
<vcpu>1</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<cpu><numa><cell id='0' cpus='0' memory='256' unit='MiB'/></numa></cpu><devices>
<memory model='virtio-pmem'><source><path>/srv/file</path></source><target><size unit='KiB'>${size}</size></target></memory>
</devices></domain>`,
    { qemuVersion: '10.0', profile },
  ).diagnostics.filter(({ code }) => code === 'memory-maximum-invalid').length;

test('what QEMU rounds up must fit, too: it has no room for 4 MiB in 3', () => {
  expect(maximum('3072', `${259 * 1024}`)).toBe(1);
  expect(maximum('3072', `${259 * 1024}`, 'libvirt')).toBe(0);
  expect(maximum('3072', `${259 * 1024 + 512}`)).toBe(0);
});
