import { cpuFeatureIn, cpuFeatureNames } from '../../src/qemu/cpu-features';
import { parseVersion } from '../../src/qemu/version';

const has = (version: string, name: string, arch = 'x86_64') =>
  cpuFeatureIn(parseVersion(version)!, arch, name);

test.each([
  ['10.0', 'nonsense', false],
  ['10.0', 'constructor', false],
  ['4.2', 'nonsense', false],
  ['2.11', 'hv-tlbflush', false],
  ['4.2', 'hv-tlbflush', true],
  ['10.0', 'sse4.1', true],
  ['10.0', 'sse4_1', true],
  ['10.0', 'hv_relaxed', true],
  ['10.0', 'SSE4.1', false],
  ['10.0', 'cvt16', false],
  ['10.0', 'hotplugged', false],
  ['10.0', 'fb-clear', true],
  ['7.2', 'fb-clear', false],
  ['8.2', 'fb-clear', true],
  ['5.2', 'sgx', false],
  ['6.2', 'sgx', true],
  ['10.2', 'cet-ss', false],
  ['11.1', 'cet-ss', true],
  ['11.1', 'nonsense', false],
  ['9.1', 'kvm-no-smi-migration', true],
  ['9.2', 'kvm-no-smi-migration', false],
])('QEMU %s and %s: %s', (version, name, expected) => {
  expect(has(version, name)).toBe(expected);
});

test('what is not known here', () => {
  expect(['4.1', '11.2'].map((version) => has(version, 'nonsense'))).toEqual([undefined, undefined]);
  expect(has('8.0', 'sbpb')).toBeUndefined();
  expect(has('11.0', 'cet-ss')).toBeUndefined();
  expect(has('10.0', 'x-force-features')).toBeUndefined();
  expect(has('10.0', 'nonsense', 'aarch64')).toBeUndefined();
});

test('the names are those of QEMU', () => {
  const names = [...cpuFeatureNames()];
  expect(names.filter((name) => name.includes('_'))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['pclmulqdq', 'kvm-pv-eoi', 'wrmsrns']));
});
