/** The boards of the tables and those of real QEMUs, of every emulator that is installed but x86's (capabilities.real.test.ts). */
import { machinesOf, type MachineType } from '../../src/qemu/machines';
import { knowsMachines } from '../../src/qemu/machines/history';
import { probeQemu } from '../../src/qemu/probe';
import { machinesOfProbe, type Probe } from '../../src/qemu/probed';
import { atLeast } from '../../src/qemu/version';
import { eachOf, skipped } from '../skip';
import { findEmulators } from './qemus';

const emulators = findEmulators();
// No test but this needs one, so that it fails nowhere for want of them.
if (emulators.length === 0) skipped('boards', 'no emulator but those of x86 is installed');

/** A distribution's own types are the default there, and have the aliases; all that is experimental is in no table. */
const isUpstream = ({ name, vendor }: MachineType) => vendor === undefined && !name.startsWith('x-');

/** Builds leave these out, by what they link to and run on (QEMU hw/arm/Kconfig, hw/vmapple/Kconfig). */
const OPTIONAL = ['xenpvh', 'vmapple'];

/** 9.2 and 10.2 say less of the CPUs of Arm boards than others, and POWER's have several names (target/ppc/cpu-models.c). */
const cpuOf = ({ arch, version }: Probe, model: string | undefined) =>
  /^ppc/.test(arch) || (/^(arm|aarch64)$/.test(arch) && (atLeast(version, '10.2') || version.major === 9))
    ? undefined
    : model;

function comparable(machines: readonly MachineType[], probe: Probe): object[] {
  const ofUbuntu = probe.package?.includes('ubuntu') === true;
  // Before 5.2 they say less of each; a stable release of 7.2 and of 8.2 has the limit of pseries that came with 9.0.
  const saysAll = atLeast(probe.version, '5.2');
  return (
    machines
      .filter(isUpstream)
      .filter(({ name }) => !OPTIONAL.includes(name))
      // Ubuntu's 2.11 has types of 2.12, and older ones by names of its own
      .filter(({ version }) => saysAll || !ofUbuntu || version === undefined)
      .map((machine) => ({
        name: machine.name,
        alias: ofUbuntu ? undefined : machine.alias,
        isDefault: !ofUbuntu && machine.isDefault,
        ...(saysAll && {
          deprecated: machine.deprecated,
          maxCpus: Math.min(machine.maxCpus, 4096),
          hotplugCpus: machine.hotplugCpus,
          defaultCpu: cpuOf(probe, machine.defaultCpu),
          defaultRamId: machine.defaultRamId,
          numaMem: machine.numaMem,
        }),
      }))
      .sort((a, b) => a.name.localeCompare(b.name))
  );
}

eachOf(emulators)('the boards of %s are those of the table', async (binary) => {
  const result = await probeQemu(binary, { cache: undefined });
  if (!result.ok) throw new Error(result.problem.message);
  const { probe } = result;
  expect(knowsMachines(probe.version, probe.arch)).toBe(true);
  expect(comparable(machinesOf(probe.version, probe.arch), probe)).toEqual(
    comparable(machinesOfProbe(probe), probe),
  );
});
