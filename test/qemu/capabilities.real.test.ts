/** The table of releases and the answers of real QEMUs say the same of the same release. */
import { CAPABILITIES, type Capability } from '../../src/qemu/capabilities';
import type { CapabilityRow } from '../../src/qemu/capabilities/row';
import { cpuFeatureIn, cpuFeatureNames } from '../../src/qemu/cpu-features';
import { cpuModelIn, cpuModelNames } from '../../src/qemu/cpu-models';
import { machinesOf } from '../../src/qemu/machines';
import { cardAmong, cardIn, cardNames } from '../../src/qemu/network-cards';
import { probeQemu } from '../../src/qemu/probe';
import { machinesOfProbe, probed, qemuFromProbe, type Probe } from '../../src/qemu/probed';
import { inTable, qemuOf } from '../../src/qemu/qemu';
import { atLeast, formatVersion } from '../../src/qemu/version';
import { eachOf, skipped } from '../skip';
import { describeEachQemu, findEmulators } from './qemus';

const rows: readonly (readonly [Capability, CapabilityRow])[] = Object.entries(CAPABILITIES) as never;

/** Ubuntu adds CPUs and properties of later releases to its own, and gives its machine types the aliases. */
const addsToReleases = ({ package: built = '' }: Probe) => built.includes('ubuntu');

describeEachQemu('capabilities', ({ binary, version }) => {
  let probe: Probe;
  beforeAll(async () => {
    const result = await probeQemu(binary, { cache: undefined });
    if (!result.ok) throw new Error(result.problem.message);
    ({ probe } = result);
  });

  test('it was asked over QMP, and most of the table was decided', () => {
    expect(probe.asked).toBe('qmp');
    expect(formatVersion(probe.version)).toBe(version);
    expect(probe.has.length + probe.lacks.length).toBeGreaterThan(190);
    expect(probe.devices).toContain('scsi-block');
    expect(probe.kvm?.present).toBeDefined();
  });

  test('its CPU models are those of the table', () => {
    const { cpuModels = [], version: asked, arch } = probe;
    expect(cpuModels.length).toBeGreaterThan(30);
    if (!addsToReleases(probe))
      expect(cpuModels.filter((name) => cpuModelIn(asked, arch, name) !== true)).toEqual([]);
    const missing = [...cpuModelNames()].filter((name) => cpuModelIn(asked, arch, name) && name !== 'host');
    expect(missing.filter((name) => !cpuModels.includes(name))).toEqual([]);
  });

  test('the switches of its CPUs are those of the table', () => {
    const { cpuFeatures = [], version: asked, arch } = probe;
    // Before 4.2 no QEMU lists them.
    if (!atLeast(asked, '4.2')) return expect(cpuFeatures).toEqual([]);
    expect(cpuFeatures.length).toBeGreaterThan(300);
    const readOnly = ['hotpluggable', 'hotplugged'];
    const unknown = cpuFeatures.filter((name) => cpuFeatureIn(asked, arch, name) === false);
    if (!addsToReleases(probe)) expect(unknown.filter((name) => !readOnly.includes(name))).toEqual([]);
    const missing = [...cpuFeatureNames()].filter((name) => cpuFeatureIn(asked, arch, name) === true);
    expect(missing.filter((name) => !cpuFeatures.includes(name))).toEqual([]);
  });

  test('its network cards are those of the table', () => {
    const { devices, version: asked, arch } = probe;
    const wrong = cardNames(arch).filter((name) => cardAmong(devices, name) !== cardIn(asked, arch, name));
    expect(wrong).toEqual([]);
  });

  test('the table has what the binary has, and lacks what it lacks', () => {
    const wrong = rows.flatMap(([name, row]) => {
      const found = probed(probe, name);
      const expected = inTable(name, probe.version, probe.arch);
      // What a build or a host may leave out can only be missing.
      const optional = row.build !== undefined || row.needs !== undefined;
      return found === undefined || found === expected || (found ? addsToReleases(probe) : optional)
        ? []
        : [`${name}: ${String(found)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('the Qemu of the binary answers as the Qemu of its release', () => {
    const asked = qemuFromProbe(probe);
    const known = qemuOf(probe);
    const wrong = rows
      .filter(([, { build, needs }]) => build === undefined && needs === undefined)
      .filter(([name]) => asked.has(name) !== known.has(name) && !(asked.has(name) && addsToReleases(probe)))
      .map(([name]) => name);
    expect(wrong).toEqual([]);
    const aliases = addsToReleases(probe) ? [] : ['pc', 'q35'];
    for (const name of [...aliases, 'microvm', 'pc-q35-6.2', 'pc-i440fx-2.0', 'virt'])
      expect(asked.machine(name)?.name).toBe(known.machine(name)?.name);
  });

  test('the machine types are those of the table, with the same limits', () => {
    const all = machinesOfProbe(probe);
    const vendors = all.some(({ vendor }) => vendor !== undefined);
    // Experimental, older than PCI, and of other hypervisors and clouds: nobody's guest runs on it.
    const theirs = all.filter(
      ({ name, vendor }) => vendor === undefined && !/^(x-|xen|nitro|isapc)/.test(name),
    );
    // Before 5.2 they say less of each.
    const less = !atLeast(probe.version, '5.2');
    const silent = (key: string) =>
      less && theirs.every((one) => !Object.entries(one).some(([name, value]) => name === key && value));
    // A distribution's own types are the default there, and have the aliases.
    const own = vendors ? ['alias', 'isDefault', 'deprecated'] : [];
    const byName = (machines: readonly (typeof theirs)[number][]) =>
      machines
        .filter(({ name }) => !/^(xen|isapc)/.test(name))
        .map((machine) =>
          Object.fromEntries(Object.entries(machine).filter(([key]) => !silent(key) && !own.includes(key))),
        )
        .sort((a, b) => String(a['name']).localeCompare(String(b['name'])));
    expect(byName(machinesOf(probe.version, probe.arch))).toEqual(byName(theirs));
  });
});

const emulators = findEmulators();
if (emulators.length === 0) skipped('max', 'no emulator but those of x86 is installed');

eachOf(emulators)('%s: it has a processor of all that it emulates where it lists one', async (binary) => {
  const result = await probeQemu(binary, { cache: undefined });
  if (!result.ok) throw new Error(result.problem.message);
  const { cpuModels = [], version, arch, has } = result.probe;
  // RISC-V lists none before 8.2.
  if (cpuModels.length > 0) expect(has.includes('cpu-max')).toBe(cpuModels.includes('max'));
  expect(inTable('cpu-max', version, arch)).toBe(has.includes('cpu-max'));
});
