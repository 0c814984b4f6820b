import { cpuModelGone, cpuModelIn, cpuModelNames, cpuModelSince } from '../../src/qemu/cpu-models';
import { parseVersion } from '../../src/qemu/version';

const has = (version: string, name: string, arch = 'x86_64') =>
  cpuModelIn(parseVersion(version)!, arch, name);

test.each([
  ['6.2', 'Haswell', true],
  ['10.0', 'Haswell-v4', true],
  ['10.0', 'Skylake-Cliemt', false],
  ['10.0', 'constructor', false],
  ['7.0', 'Icelake-Client', true],
  ['7.1', 'Icelake-Client-v2', false],
  ['8.0.5', 'EPYC-Genoa', false],
  ['8.1.0-rc1', 'EPYC-Genoa', true],
  ['9.2', 'YongFeng', false],
  ['10.0', 'Haswell-v5', false],
  ['10.0', 'Haswell-v0', false],
  ['10.0', 'Haswell-v01', false],
  ['4.0', 'Haswell-v1', false],
  ['4.1', 'Haswell-v1', true],
  ['10.0', 'qemu64-v1', true],
  ['10.0', 'qemu64-v2', false],
  ['10.0', 'Haswell-IBRS-v1', false],
  ['10.0', 'max-v1', false],
  ['7.2', 'EPYC-v4', false],
  ['8.0', 'EPYC-v4', false],
  ['8.1', 'EPYC-v4', true],
  ['7.0', 'Icelake-Client-v3', true],
  ['10.1', 'Haswell-v5', false],
  ['11.2', 'Haswell-v5', true],
  ['10.0', 'EPYC-Milan-v3', false],
  ['10.1', 'EPYC-Milan-v3', true],
  ['9.1', 'GraniteRapids-v2', false],
  ['9.2', 'GraniteRapids-v2', true],
  ['8.2', 'GraniteRapids-v2', false],
  ['4.1', 'Cascadelake-Server-v3', true],
  ['2.11', 'EPYC-Rome', false],
])('QEMU %s and %s: %s', (version, name, expected) => {
  expect(has(version, name)).toBe(expected);
});

test('releases after the list may have more', () => {
  expect(has('10.1', 'MarsLake')).toBe(false);
  expect(has('11.2', 'MarsLake')).toBeUndefined();
  expect(has('10.1', 'Icelake-Client')).toBe(false);
});

test('the lists of other architectures are not here', () => {
  expect(has('10.0', 'cortex-a57', 'aarch64')).toBeUndefined();
});

test('when one came, and when one went', () => {
  expect([cpuModelSince('SierraForest-v2'), cpuModelSince('Haswell'), cpuModelSince('toString')]).toEqual([
    '9.1',
    undefined,
    undefined,
  ]);
  expect([cpuModelGone('Icelake-Client-noTSX'), cpuModelGone('EPYC')]).toEqual(['7.1', undefined]);
});

test('each that came or went is on the list', () => {
  const names = [...cpuModelNames()];
  expect(names.filter((name) => cpuModelSince(name) !== undefined)).toHaveLength(31);
  expect(names.filter((name) => cpuModelGone(name) !== undefined)).toHaveLength(2);
});
