import { isOtherCpuModel, lacksArmSwitch } from '../../src/qemu/other-cpu-models';

test.each([
  ['aarch64', 'cortex-a72', true],
  ['aarch64', 'Cortex-A72', false],
  ['arm', 'cortex-a15', true],
  ['s390x', 'z14.2-base', true],
  ['s390x', 'z14-v2', false],
  ['ppc64', 'POWER9', true],
  ['ppc64', 'power9_v2.2', true],
  ['ppc64', 'POWER12', false],
  ['ppc64', 'e500mc', undefined],
  ['riscv64', 'rv64', undefined],
  ['x86_64', 'Haswell', undefined],
])('%s: %s', (arch, model, known) => {
  expect(isOtherCpuModel(arch, model)).toBe(known);
});

test.each([
  ['aarch64', 'cortex-a72', 'sve256', true],
  ['aarch64', 'cortex-a72', 'pmu', false],
  ['aarch64', 'max', 'sve256', false],
  ['aarch64', 'a64fx', 'sve', false],
  ['aarch64', 'a64fx', 'pauth', true],
  ['aarch64', 'neoverse-v1', 'pauth-impdef', false],
  ['aarch64', 'nobody-knows', 'sve', false],
  ['x86_64', 'cortex-a72', 'sve', false],
])('%s: whether %s lacks %s', (arch, model, feature, lacks) => {
  expect(lacksArmSwitch(arch, model, feature)).toBe(lacks);
});
