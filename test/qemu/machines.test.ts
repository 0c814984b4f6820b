import { machineNamed, machineOf, machinesOf } from '../../src/qemu/machines';
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
  expect(names('5.2', 'pc')).toEqual(['1.0', '1.1', '1.2', '1.3']);
  expect(names('6.0', 'pc')).toEqual([]);
  expect(names('4.0', 'pc-q35').slice(-2)).toEqual(['3.1', '4.0']);
  expect(names('4.1', 'pc-q35').slice(-3)).toEqual(['4.0', '4.0.1', '4.1']);
  expect(machineNamed(machines('4.1'), 'microvm')).toBeUndefined();
});

test('limits and what is deprecated', () => {
  const q35 = (version: string, binary: string) => machineNamed(machines(binary), `pc-q35-${version}`);
  expect(['2.7', '2.8', '8.1', '9.0'].map((version) => q35(version, '10.0')?.maxCpus)).toEqual([
    255, 288, 1024, 4096,
  ]);
  expect([q35('7.0', '10.0')?.deprecated, q35('7.1', '10.0')?.deprecated]).toEqual([true, false]);
  expect([q35('6.1', '9.1')?.deprecated, q35('6.2', '9.1')?.deprecated]).toEqual([true, false]);
  expect(machineNamed(machines('7.2'), 'pc-i440fx-1.7')?.deprecated).toBe(true);
  expect(machineNamed(machines('7.2'), 'isapc')).toMatchObject({ maxCpus: 1, defaultRamId: 'pc.ram' });
});

test('an architecture without tables has no machine types', () => {
  expect(machines('9.0', 'm68k')).toEqual([]);
});

test('one machine is found as in the whole list, by each name and alias of each release', () => {
  for (const arch of ['x86_64', 'aarch64', 's390x', 'ppc64'])
    for (const version of ['0.14', '1.3', '2.12', '6.2', '10.0', '11.0']) {
      const all = machines(version, arch);
      const names = all.flatMap(({ name, alias }) => [name, ...(alias === undefined ? [] : [alias])]);
      for (const name of [...names, 'pc-q35-99.0', 'none-such'])
        expect(machineOf(parseVersion(version)!, arch, name)).toEqual(machineNamed(all, name));
    }
});
