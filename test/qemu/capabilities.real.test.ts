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
import { formatVersion } from '../../src/qemu/version';
import { describeEachQemu } from './qemus';

const rows: readonly (readonly [Capability, CapabilityRow])[] = Object.entries(CAPABILITIES) as never;

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
    expect(probe.has.length + probe.lacks.length).toBeGreaterThan(200);
    expect(probe.devices).toContain('scsi-block');
    expect(probe.kvm?.present).toBeDefined();
  });

  test('its CPU models are those of the table', () => {
    const { cpuModels = [], version: asked, arch } = probe;
    expect(cpuModels.length).toBeGreaterThan(100);
    expect(cpuModels.filter((name) => cpuModelIn(asked, arch, name) !== true)).toEqual([]);
    const missing = [...cpuModelNames()].filter((name) => cpuModelIn(asked, arch, name) && name !== 'host');
    expect(missing.filter((name) => !cpuModels.includes(name))).toEqual([]);
  });

  test('the switches of its CPUs are those of the table', () => {
    const { cpuFeatures = [], version: asked, arch } = probe;
    expect(cpuFeatures.length).toBeGreaterThan(300);
    const readOnly = ['hotpluggable', 'hotplugged'];
    const unknown = cpuFeatures.filter((name) => cpuFeatureIn(asked, arch, name) === false);
    expect(unknown.filter((name) => !readOnly.includes(name))).toEqual([]);
    const missing = [...cpuFeatureNames()].filter((name) => cpuFeatureIn(asked, arch, name) === true);
    const gone = ['kvm-no-smi-migration'];
    expect(missing.filter((name) => !cpuFeatures.includes(name) && !gone.includes(name))).toEqual([]);
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
      return found === undefined || found === expected || (!found && optional)
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
      .filter(([name]) => asked.has(name) !== known.has(name))
      .map(([name]) => name);
    expect(wrong).toEqual([]);
    for (const name of ['pc', 'q35', 'microvm', 'pc-q35-6.2', 'pc-i440fx-2.0', 'virt'])
      expect(asked.machine(name)?.name).toBe(known.machine(name)?.name);
  });

  test('the machine types are those of the table, with the same limits', () => {
    // Experimental: nobody's guest runs on it.
    const theirs = machinesOfProbe(probe).filter(({ name }) => !name.startsWith('x-'));
    const byName = (machines: readonly (typeof theirs)[number][]) =>
      [...machines].map((machine) => ({ ...machine })).sort((a, b) => a.name.localeCompare(b.name));
    expect(byName(machinesOf(probe.version, probe.arch))).toEqual(byName(theirs));
  });
});
