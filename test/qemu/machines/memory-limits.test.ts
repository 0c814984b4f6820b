import { fits, memoryLimitOf, nearest } from '../../../src/qemu/machines/memory-limits';
import { parseVersion } from '../../../src/qemu/version';

const limitOf = (arch: string, machine: string, release = '7.2') => {
  const version = parseVersion(release);
  return version && memoryLimitOf(arch, machine, version);
};

/** What QEMU 7.2 and 10.0 start with, and do not. */
test.each([
  ['arm', 'versatilepb', [16, 256], [257, 512]],
  ['arm', 'vexpress-a9', [128, 1024], [1025]],
  ['arm', 'vexpress-a15', [30_720], [30_721]],
  ['arm', 'sabrelite', [16, 3840], [3841]],
  ['arm', 'raspi2b', [1024], [512, 1025]],
  ['aarch64', 'raspi3ap', [512], [1024]],
  ['arm', 'cubieboard', [512, 1024], [768, 2048]],
  ['arm', 'romulus-bmc', [128, 1024], [64, 255, 2048]],
  ['arm', 'npcm750-evb', [128, 2048], [64, 1536, 4096]],
  ['ppc', 'g3beige', [2047], [2048]],
  ['ppc64', 'mac99', [2048], [2049]],
  ['ppc', 'ppce500', [64, 4096], [32, 255, 3073]],
  ['ppc', 'mpc8544ds', [3072], [3136]],
  ['ppc', 'bamboo', [4, 48, 240, 640, 896, 1024], [31, 960, 1023, 1025]],
  ['ppc', 'sam460ex', [64, 2048], [32, 96, 4096]],
  ['ppc', 'pegasos2', [32, 2048], [16, 192, 4096]],
  ['ppc', '40p', [16, 80, 144, 192], [112, 160, 256]],
  ['ppc64', 'powernv9', [1024, 1025], [512, 1023]],
  ['sparc', 'SS-5', [256], [257]],
  ['loongarch64', 'virt', [1024], [1023]],
  ['mipsel', 'malta', [2048], [2049]],
] as const)('%s %s', (arch, machine, taken, refused) => {
  const limit = limitOf(arch, machine);
  expect(limit).toBeDefined();
  expect([...taken, ...refused].filter((mib) => limit && fits(mib, limit))).toEqual(taken);
});

test('what is not limited', () => {
  expect(limitOf('arm', 'virt')).toBeUndefined();
  expect(limitOf('loongarch64', 'virt', '10.0')).toBeUndefined();
  expect(limitOf('arm', 'versatilepb', '4.2')).toBeUndefined();
});

test.each([
  [512, { most: 256 }, [256]],
  [512, { least: 1024 }, [1024]],
  [100, { step: 64 }, [64, 128]],
  [20, { step: 64 }, [64]],
  [3100, { step: 64, most: 3072 }, [3072]],
  [600, { only: [512, 1024] }, [512, 1024]],
  [8, { only: [16] }, [16]],
])('the amounts next to %d', (mib, limit, amounts) => {
  expect(nearest(mib, limit)).toEqual(amounts);
});
