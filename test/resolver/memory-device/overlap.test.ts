import { convert } from '../../../src/convert';

const modules = (...places: readonly { readonly slot: number; readonly base: string }[]) =>
  convert(
    `<domain type='qemu'><name>a</name><maxMemory slots='16' unit='GiB'>8</maxMemory><memory unit='GiB'>1</memory>
<vcpu>1</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<cpu><numa><cell id='0' cpus='0' memory='1' unit='GiB'/></numa></cpu><devices>
${places
  .map(
    ({ slot, base }) =>
      `<memory model='dimm'><target><size unit='MiB'>512</size><node>0</node></target><address type='dimm' slot='${slot}' base='${base}'/></memory>`,
  )
  .join('\n')}</devices></domain>`,
    { qemuVersion: '10.0' },
  )
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.line}`);

test('modules side by side are fine', () => {
  expect(modules({ slot: 0, base: '0x140000000' }, { slot: 1, base: '0x160000000' })).toEqual([]);
});

test('a slot that is taken is said at the second, a place at the one that reaches into another', () => {
  expect(modules({ slot: 0, base: '0x140000000' }, { slot: 0, base: '0x160000000' })).toEqual([
    'memory-slot-invalid 5',
  ]);
  expect(modules({ slot: 0, base: '0x150000000' }, { slot: 1, base: '0x140000000' })).toEqual([
    'memory-device-overlap 5',
  ]);
});

test('of many at one place each is told once', () => {
  const same = Array.from({ length: 40 }, (_, slot) => ({ slot, base: '0x140000000' }));
  const overlaps = modules(...same).filter((said) => said.startsWith('memory-device-overlap'));
  expect(overlaps.length).toBe(same.length);
});
