import { convert } from '../../../src/convert';

interface Board {
  readonly arch: string;
  readonly machine: string;
  readonly qemu: string;
}

const codes = ({ arch, machine, qemu }: Board, features: string, devices: string, profile?: 'libvirt') =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='GiB'>1</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<features>${features}</features><devices>${devices}<memballoon model='none'/></devices></domain>`,
    { qemuVersion: qemu, ...(profile === undefined ? {} : { profile }) },
  ).diagnostics.flatMap(({ code, message }) => (code === 'qemu-lacks' ? [message] : []));

const SCREEN = "<video><model type='ramfb'/></video>";

test.each([
  ['riscv64', 'virt', '5.2'],
  ['riscv64', 'virt', '7.1'],
  ['riscv64', 'virt', '7.2'],
  ['riscv64', 'spike', '10.0'],
  ['armv7l', 'vexpress-a15', '7.2'],
  ['aarch64', 'sbsa-ref', '10.0'],
  ['x86_64', 'pc-i440fx-2.4', '7.2'],
  ['x86_64', 'pc-q35-2.4', '7.2'],
])('%s %s has no DMA of fw_cfg in QEMU %s', (arch, machine, qemu) => {
  const board = { arch, machine, qemu };
  expect(codes(board, '', SCREEN)).toEqual([`this QEMU does not have ramfb on machine '${machine}'`]);
  expect(codes(board, '<vmcoreinfo/>', '')).toEqual([
    `this QEMU does not have vmcoreinfo on machine '${machine}'`,
  ]);
});

test.each([
  ['riscv64', 'virt', '6.2'],
  ['riscv64', 'virt', '8.2'],
  ['riscv64', 'virt', '10.0'],
  ['loongarch64', 'virt', '7.2'],
  ['aarch64', 'virt', '7.2'],
  ['x86_64', 'pc-i440fx-2.5', '7.2'],
  ['x86_64', 'q35', '10.0'],
  ['x86_64', 'microvm', '7.2'],
])('%s %s has it in QEMU %s', (arch, machine, qemu) => {
  expect(codes({ arch, machine, qemu }, '<vmcoreinfo/>', SCREEN)).toEqual([]);
});

test('an ISA PC has it, and takes no device that is on no bus', () => {
  const board = { arch: 'x86_64', machine: 'isapc', qemu: '7.2' };
  expect(codes(board, '<vmcoreinfo/>', '')).toEqual([]);
  expect(codes(board, '', SCREEN)).toHaveLength(1);
});

test('libvirt leaves it to QEMU', () => {
  expect(
    codes({ arch: 'riscv64', machine: 'virt', qemu: '7.2' }, '<vmcoreinfo/>', SCREEN, 'libvirt'),
  ).toEqual([]);
});

test.each([
  ['6.1', 0],
  ['6.2', 1],
])('a USB controller of VIA in QEMU %s', (qemu, times) => {
  const device = "<controller type='usb' model='vt82c686b-uhci'/>";
  const { diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='GiB'>1</memory><os><type arch='ppc' machine='mac99'>hvm</type></os><devices>${device}</devices></domain>`,
    { qemuVersion: qemu },
  );
  expect(diagnostics.filter(({ code }) => code === 'usb-model-missing')).toHaveLength(times);
});

const ENTRY = "<sysinfo type='fwcfg'><entry name='opt/com.example/name'>v</entry></sysinfo>";

const entries = (arch: string, machine: string, qemuVersion: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='GiB'>1</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>${ENTRY}<devices/></domain>`,
    { qemuVersion },
  ).diagnostics.filter(({ code }) => code === 'qemu-lacks').length;

test.each([
  ['ppc64', 'pseries', '10.0', 1],
  ['s390x', 's390-ccw-virtio', '10.0', 1],
  ['riscv64', 'virt', '7.2', 1],
  ['riscv64', 'virt', '10.0', 0],
  ['aarch64', 'virt', '7.2', 0],
  ['loongarch64', 'virt', '7.2', 0],
  ['ppc', 'mac99', '7.2', 0],
  ['x86_64', 'pc', '7.2', 0],
])('entries of fw_cfg on %s %s in QEMU %s', (arch, machine, qemu, times) => {
  expect(entries(arch, machine, qemu)).toBe(times);
});
