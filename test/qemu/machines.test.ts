import { hardwareOf, machineNamed, machineOf, machinesOf } from '../../src/qemu/machines';
import { ARCHITECTURES } from '../../src/model/arch';
import { knowsMachines, lifeOf, removedIn } from '../../src/qemu/machines/history';
import { parseVersion } from '../../src/qemu/version';

const machines = (version: string, arch = 'x86_64') => machinesOf(parseVersion(version)!, arch);
const names = (version: string, family: string, arch = 'x86_64') =>
  machines(version, arch)
    .filter((machine) => machine.family === family)
    .map(({ name }) => name.slice(family.length + 1));

test('an alias is the newest type of the release', () => {
  expect(machineNamed(machines('7.2.22'), 'pc')?.name).toBe('pc-i440fx-7.2');
  expect(machineNamed(machines('10.0.2'), 'q35')?.name).toBe('pc-q35-10.0');
  expect(machineNamed(machines('9.1.0-rc2'), 'q35')?.name).toBe('pc-q35-9.1');
  expect(machineNamed(machines('8.2', 'aarch64'), 'virt')?.name).toBe('virt-8.2');
  expect(machineNamed(machines('10.0', 's390x'), 's390-ccw-virtio')?.name).toBe('s390-ccw-virtio-10.0');
  expect(machineNamed(machines('1.2'), 'pc')?.name).toBe('pc-1.2');
});

test('types come with their release and go when removed', () => {
  expect(names('7.2', 'pc-i440fx')[0]).toBe('1.4');
  expect(names('8.2', 'pc-i440fx')[0]).toBe('2.0');
  expect(names('9.1', 'pc-i440fx')[0]).toBe('2.4');
  expect(names('2.5', 'pc-q35')[0]).toBe('1.4');
  expect(names('2.6', 'pc-q35')).toEqual(['2.4', '2.5', '2.6']);
  expect(names('10.1', 'pc-i440fx')[0]).toBe('4.2');
  expect([names('11.1', 'pc-q35')[0], names('11.1', 'virt', 'aarch64')[0]]).toEqual(['5.2', '5.2']);
  expect(names('5.2', 'pc')).toEqual(['1.0', '1.1', '1.2', '1.3']);
  expect(names('6.0', 'pc')).toEqual([]);
  expect(names('4.0', 'pc-q35').slice(-2)).toEqual(['3.1', '4.0']);
  expect(names('4.1', 'pc-q35').slice(-3)).toEqual(['4.0', '4.0.1', '4.1']);
  expect(machineNamed(machines('4.1'), 'microvm')).toBeUndefined();
  expect([names('9.1', 'pseries', 'ppc64')[0], names('9.2', 'pseries', 'ppc64')[0]]).toEqual(['2.1', '3.0']);
});

test('limits and what is deprecated', () => {
  const q35 = (version: string, binary: string) => machineNamed(machines(binary), `pc-q35-${version}`);
  expect(['2.7', '2.8', '8.1', '9.0'].map((version) => q35(version, '10.0')?.maxCpus)).toEqual([
    255, 288, 1024, 4096,
  ]);
  const pseries = (binary: string) => machineNamed(machines(binary, 'ppc64'), 'pseries-8.2')?.maxCpus;
  expect([pseries('8.2'), pseries('9.0')]).toEqual([2147483647, 4096]);
  const old = (binary: string) => machineNamed(machines(binary, 'ppc64'), 'pseries-2.4')?.maxCpus;
  expect([old('2.5'), old('5.2'), old('6.2')]).toEqual([255, 1024, 2147483647]);
  expect([q35('7.0', '10.0')?.deprecated, q35('7.1', '10.0')?.deprecated]).toEqual([true, false]);
  expect([q35('6.1', '9.1')?.deprecated, q35('6.2', '9.1')?.deprecated]).toEqual([true, false]);
  expect([q35('8.1', '11.1')?.deprecated, q35('8.2', '11.1')?.deprecated]).toEqual([true, false]);
  expect(machineNamed(machines('7.2'), 'pc-i440fx-1.7')?.deprecated).toBe(true);
  expect(machineNamed(machines('7.2'), 'isapc')).toMatchObject({ maxCpus: 1, defaultRamId: 'pc.ram' });
});

test('an architecture without tables has no machine types', () => {
  expect(machines('9.0', 'pdp11')).toEqual([]);
  expect(knowsMachines(parseVersion('9.0')!, 'pdp11')).toBe(false);
});

test('every architecture has its boards, and none from before the oldest QEMU that was asked', () => {
  const others = ARCHITECTURES.filter((arch) => !/86/.test(arch));
  expect(others.filter((arch) => machines('5.0', arch).length < 2 && arch !== 'loongarch64')).toEqual([]);
  expect(others.filter((arch) => !knowsMachines(parseVersion('2.5')!, arch))).toEqual([]);
  expect(others.filter((arch) => knowsMachines(parseVersion('2.4')!, arch))).toEqual([]);
});

describe('boards without versions', () => {
  const board = (arch: string, name: string) => (version: string) =>
    machineNamed(machines(version, arch), name);

  test.each([
    ['arm', 'borzoi', '9.1', '9.2'],
    ['aarch64', 'tacoma-bmc', '9.2', '10.0'],
    ['aarch64', 'highbank', '10.2', '11.0'],
    ['aarch64', 'fp5280g2-bmc', '11.0', '11.1'],
    ['microblazeel', 'xlnx-zynqmp-pmu', '10.2', '11.0'],
    ['ppc64', 'taihu', '7.1', '7.2'],
    ['ppc', 'ref405ep', '9.2', '10.0'],
    ['ppc64', 'pseries-2.12-sxxm', '9.1', '9.2'],
    ['mips', 'mipssim', '10.1', '10.2'],
    ['sh4eb', 'shix', '9.1', '9.2'],
    ['nios2', '10m50-ghrd', '9.0', '9.1'],
    ['s390x', 's390-virtio', '2.5', '2.6'],
    ['riscv64', 'spike_v1.10', '5.0', '5.1'],
  ])('%s: %s is in %s, and removed in %s', (arch, name, last, gone) => {
    expect(board(arch, name)(last)).toBeDefined();
    expect(board(arch, name)(gone)).toBeUndefined();
    expect(removedIn(name, arch, parseVersion(last)!)).toBeUndefined();
    expect(removedIn(name, arch, parseVersion(gone)!)).toBe(gone);
    expect(removedIn(name, arch, parseVersion('12.0')!)).toBe(gone);
  });

  test.each([
    ['aarch64', 'raspi4b', '9.0'],
    ['riscv64', 'xiangshan-kunminghu', '10.1'],
    ['hppa', 'C3700', '8.2'],
    ['m68k', 'virt', '6.0'],
    ['loongarch64', 'virt', '7.1'],
    ['x86_64', 'microvm', '4.2'],
  ])('%s: %s came in %s', (arch, name, since) => {
    expect(lifeOf(name, arch)).toMatchObject({ since });
    expect(lifeOf(name, arch)?.until).toBeUndefined();
    expect(board(arch, name)(since)).toBeDefined();
  });

  test('a name that became an alias is there as long as that is', () => {
    expect(lifeOf('raspi2', 'aarch64')).toMatchObject({ since: '2.6', until: '6.2', renamed: 'raspi2b' });
    expect(board('aarch64', 'raspi2')('6.1')?.name).toBe('raspi2b');
    expect(board('aarch64', 'ast2700-evb')('9.2')?.name).toBe('ast2700-evb');
    expect(board('aarch64', 'ast2700-evb')('10.1')?.name).toBe('ast2700a0-evb');
    expect(board('ppc64', 'powernv')('10.0')?.name).toBe('powernv10');
    expect(lifeOf('nosuch', 'aarch64')).toBeUndefined();
  });

  test('what a release changes of them, and that it calls them deprecated', () => {
    expect(board('riscv64', 'virt')('6.1')).toMatchObject({
      maxCpus: 8,
      defaultRamId: undefined,
      numaMem: true,
    });
    expect(board('riscv64', 'virt')('7.2')).toMatchObject({
      maxCpus: 512,
      defaultRamId: 'riscv_virt_board.ram',
    });
    const fuji = board('arm', 'fuji-bmc');
    expect([fuji('9.2')?.defaultCpu, fuji('10.0')?.defaultCpu]).toEqual([undefined, 'cortex-a7']);
    expect([board('arm', 'z2')('8.2')?.deprecated, board('arm', 'z2')('9.0')?.deprecated]).toEqual([
      false,
      true,
    ]);
    expect(board('m68k', 'virt')('10.0')).toMatchObject({ name: 'virt-10.0', defaultRamId: 'm68k_virt.ram' });
    expect(board('loongarch64', 'virt')('11.0')?.name).toBe('virt');
    expect(board('loongarch64', 'virt')('11.1')).toMatchObject({ name: 'virt-11.1', numaMem: true });
  });
});

test('one machine is found as in the whole list, by each name and alias of each release', () => {
  for (const arch of ['x86_64', 'aarch64', 's390x', 'ppc64', 'm68k', 'loongarch64', 'mips64el'])
    for (const version of ['0.14', '1.3', '2.12', '6.2', '10.0', '11.1']) {
      const all = machines(version, arch);
      const names = all.flatMap(({ name, alias }) => [name, ...(alias === undefined ? [] : [alias])]);
      for (const name of [...names, 'pc-q35-99.0', 'none-such'])
        expect(machineOf(parseVersion(version)!, arch, name)).toEqual(machineNamed(all, name));
    }
});

describe('types of distributions', () => {
  const likened = (version: string, name: string, arch = 'x86_64') =>
    machineOf(parseVersion(version)!, arch, name)?.likened;

  test.each([
    ['8.2', 'pc-q35-noble', 'pc-q35-8.2'],
    ['10.2', 'pc-q35-noble-v2', 'pc-q35-8.2'],
    ['8.2', 'pc-i440fx-jammy-hpb-maxcpus', 'pc-i440fx-6.2'],
    ['2.11.1', 'pc-i440fx-trusty', 'pc-i440fx-2.0'],
    ['9.1', 'pc-q35-rhel9.4.0', 'pc-q35-8.2'],
    ['9.1', 'pc-q35-rhel9.8.0', 'pc-q35-9.1'],
    ['7.2', 'pc-i440fx-rhel7.6.0', 'pc-i440fx-2.12'],
  ])('QEMU %s: %s is like %s', (version, name, upstream) => {
    expect(likened(version, name)).toBe(upstream);
    expect(machineOf(parseVersion(version)!, 'x86_64', name)).toMatchObject({ name, isDefault: false });
  });

  test('of every board', () => {
    expect(likened('9.1', 'virt-rhel9.2.0', 'aarch64')).toBe('virt-7.2');
    expect(likened('9.1', 's390-ccw-virtio-noble', 's390x')).toBe('s390-ccw-virtio-8.2');
    expect(likened('9.1', 'pseries-rhel7.6.0-sxxm', 'ppc64')).toBe('pseries-2.12');
  });

  test('one that came later, and one of a word that nobody knows, are not there', () => {
    expect(machineOf(parseVersion('7.2')!, 'x86_64', 'pc-q35-noble')).toBeUndefined();
    expect(machineOf(parseVersion('11.0')!, 'x86_64', 'pc-q35-mine')).toBeUndefined();
    expect(machineOf(parseVersion('11.0')!, 'x86_64', 'pc-q35-rhel6.0.0')).toBeUndefined();
  });

  test('they take as many processors as any, and are not called old', () => {
    const noble = machineOf(parseVersion('10.2')!, 'x86_64', 'pc-q35-focal');
    expect(noble).toMatchObject({ maxCpus: 4096, deprecated: false, vendor: 'focal', family: 'pc-q35' });
  });

  test.each([
    ['pc-q35-noble', [8, 2]],
    ['pc-q35-rhel7.6.0', [2, 12]],
    ['pc-q35-9.1', [9, 1]],
    ['pseries-2.12-sxxm', [2, 12]],
    ['pc-q35-mine', undefined],
    ['q35', undefined],
  ])('the hardware of %s', (name, release) => {
    expect(hardwareOf(name)).toEqual(release);
  });
});
