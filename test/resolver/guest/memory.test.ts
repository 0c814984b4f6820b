import { convert, type ConvertOptions } from '../../../src/convert';

const MIB = 1024;
const DIMM = "<memory model='dimm'><target><size unit='MiB'>128</size><node>0</node></target></memory>";
const CELLS =
  "<cpu><numa><cell id='0' cpus='0' memory='64.5' unit='MiB'/><cell id='1' cpus='1' memory='64.5' unit='MiB'/></numa></cpu>".replaceAll(
    "'64.5' unit='MiB'",
    "'66048' unit='KiB'",
  );

/** Memory at the start, in KiB. */
function size(parts: string, devices = '', options: ConvertOptions = {}): number | undefined {
  return convert(
    `<domain type='kvm'><name>m</name><maxMemory slots='2' unit='GiB'>4</maxMemory><vcpu>2</vcpu>${parts}
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0', ...options },
  ).plan?.memory.size;
}

test('a guest starts with what <memory> says, in whole MiB', () => {
  expect(size("<memory unit='KiB'>1048577</memory>")).toBe(1025 * MIB);
});

test('cells are rounded up each, whatever <memory> says', () => {
  expect(size(`<memory unit='MiB'>999</memory>${CELLS}`)).toBe(130 * MIB);
});

test('what a guest that comes from another host has is what <memory> says without its modules', () => {
  const options = { context: { migrateFrom: 'defer' } };
  expect(size(`<memory unit='MiB'>384</memory>${CELLS}`, DIMM, options)).toBe(256 * MIB);
  expect(size(`<memory unit='MiB'>384</memory>${CELLS}`, DIMM)).toBe(130 * MIB);
});
