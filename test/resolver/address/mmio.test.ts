import { convert, type ConvertOptions } from '../../../src/convert';

const errors = (devices: string, machine: string, options: ConvertOptions) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='${options.arch}' machine='${machine}'>hvm</type><kernel>/k</kernel></os><devices>${devices}<memballoon model='none'/></devices></domain>`,
    { qemuVersion: '10.0', ...options },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

const RNG =
  "<rng model='virtio'><backend model='random'>/dev/random</backend><address type='virtio-mmio'/></rng>";
const CARD = "<interface type='user'><model type='virtio'/></interface>";

test("not every 'virt' board has slots for virtio-mmio", () => {
  expect(errors(RNG, 'virt', { arch: 'aarch64' })).toEqual([]);
  expect(errors(RNG, 'virt', { arch: 'loongarch64' })).toEqual(['mmio-none']);
});

test('on a board of RISC-V without a bus a virtio card has no place either', () => {
  expect(errors(CARD, 'sifive_u', { arch: 'riscv64', profile: 'libvirt' })).toEqual(['virtio-bus-missing']);
});
