/** The CPU models of ARM, s390x and pSeries that the table has, and those of real QEMUs. */
import { execFileSync } from 'node:child_process';
import { isOtherCpuModel } from '../../src/qemu/other-cpu-models';
import { eachOf, skipped } from '../skip';
import { findEmulators } from './qemus';

const emulators = findEmulators().flatMap((binary) => {
  const arch = /qemu-system-(aarch64|arm|s390x|ppc64)$/.exec(binary)?.[1];
  return arch === undefined ? [] : [{ binary, arch }];
});
// machines.real.test.ts says what the gate needs
if (emulators.length === 0) skipped('CPU models', 'no emulator of ARM, s390x or pSeries is installed');

/** A line of `-cpu help` before the list of what they are switched with, as `s390 z14 IBM z14 GA1`. */
function modelsOf(binary: string): string[] {
  const [models = ''] = execFileSync(binary, ['-machine', 'none', '-cpu', 'help'], {
    encoding: 'utf8',
  }).split(/\n\n|Recognized/);
  return models
    .split('\n')
    .filter((line) => line !== '' && !/^Available/.test(line))
    .map((line) => /^(?:s390|PowerPC| )\s*(\S+)/.exec(line)?.[1] ?? line);
}

eachOf(emulators)('the CPU models of $binary are known', ({ binary, arch }) => {
  const models = modelsOf(binary);
  expect(models.length).toBeGreaterThan(20);
  expect(models.filter((name) => isOtherCpuModel(arch, name) === false)).toEqual([]);
});
