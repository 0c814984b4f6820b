import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

function converted(arch: string, machine: string, profile: ProfileName = 'standalone') {
  return convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>256</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<devices><disk type='file'><source file='/a.img'/><target dev='hdb' bus='ide'/></disk><memballoon model='none'/></devices></domain>`,
    { qemuVersion: '7.2', profile },
  );
}

test.each([
  ['alpha', 'clipper'],
  ['i686', 'isapc'],
  ['mips64el', 'fuloong2e'],
  ['mips', 'malta'],
  ['ppc', 'g3beige'],
  ['ppc64', 'mac99'],
  ['ppc', 'pegasos2'],
  ['sh4', 'r2d'],
  ['sparc64', 'sun4u'],
])('on %s, a %s has IDE on its board', (arch, machine) => {
  const { argv, diagnostics } = converted(arch, machine);
  expect(diagnostics).toEqual([]);
  expect(argv?.find((word) => word.startsWith('ide-hd'))).toContain('bus=ide.0,unit=1');
});

test.each([
  ['x86_64', 'microvm', 'standalone'],
  ['riscv64', 'virt', 'standalone'],
  ['ppc', '40p', 'standalone'],
  ['mips64el', 'loongson3-virt', 'standalone'],
  ['ppc', 'mac99', 'libvirt'],
] as const)('on %s, %s has none in profile %s', (arch, machine, profile) => {
  expect(converted(arch, machine, profile).diagnostics.map(({ code }) => code)).toContain('ide-missing');
});
