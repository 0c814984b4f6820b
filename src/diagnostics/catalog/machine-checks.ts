import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

export const machineDeprecated = (at: Place, machine: string, version: string, newest: string | undefined) =>
  warning('machine-deprecated', at, `QEMU ${version} still has '${machine}', but a later one will not`, {
    help:
      newest === undefined
        ? 'plan to move the guest to another machine type'
        : `try a copy of the guest on ${newest}: it sees newer hardware there, and Windows may want to be activated again`,
  });

/** `better`: a machine type of this QEMU that takes so many. */
export const vcpusBeyondGic = (at: Place, count: number, most: number) =>
  error('vcpus-beyond-gic', at, `interrupts of a GIC of version 2 reach ${most} vCPUs, not ${count}`, {
    help: "use <gic version='3'/>",
  });

export const vcpusBeyondMachine = (
  at: Place,
  { count, machine, most }: { count: number; machine: string; most: number },
  better: string | undefined,
) =>
  error('vcpus-beyond-machine', at, `a ${machine} of this QEMU has ${most} vCPUs at most, not ${count}`, {
    help: `use at most ${most}${better === undefined ? '' : `, or machine='${better}'`}`,
  });

export const vcpusTooFew = (
  at: Place,
  { count, machine, least }: { count: number; machine: string; least: number },
) =>
  error('vcpus-too-few', at, `machine '${machine}' has ${least} vCPUs at the least, not ${count}`, {
    help: `use <vcpu>${least}</vcpu>`,
  });

export const vcpusBeyondHost = (at: Place, count: number, host: number) =>
  warning(
    'vcpus-beyond-host',
    at,
    `the guest has ${count} vCPUs, and this host ${host} processor${host === 1 ? '' : 's'} for it`,
    { help: `use at most ${host}: with more, vCPUs wait for each other, and the guest gets slower` },
  );

export const memoryBeyondHost = (at: Place, guest: string, host: string) =>
  warning('memory-beyond-host', at, `the guest has ${guest} of memory, and this host ${host} in all`, {
    help: 'give the guest less, or another host',
  });

export const memoryNotFree = (at: Place, guest: string, available: string) =>
  note('memory-not-free', at, `the guest may take ${guest} of memory, of which ${available} are free now`, {
    help: 'stop another guest first, or give this one less: the host would swap',
  });

/** `needed`: bytes. `certain`: QEMU ends at once with it. */
export const memoryLockTooLow = (
  at: Place,
  { needed, limit }: { needed: number; limit: string },
  { way, certain }: { way: string; certain: boolean },
) =>
  warning(
    'memory-lock-too-low',
    at,
    `the guest must lock ${needed} bytes of memory, and who starts it may lock ${limit}`,
    {
      help: `raise the limit: ${way}; in a unit of systemd LimitMEMLOCK=infinity`,
      stopsStart: certain,
    },
  );

/** `place`: ` on NUMA node 1`, or nothing. */
export const hugepagesNotReserved = (
  at: Place,
  { needed, size, free, place }: { needed: number; size: string; free: number; place: string },
  command: string,
) =>
  warning(
    'hugepages-not-reserved',
    at,
    `the guest needs ${needed} huge pages of ${size}${place}, of which ${free} are free`,
    { help: `reserve them: ${command}` },
  );

export const emulatorMissing = (at: Place, program: string, packages: string) =>
  warning('emulator-missing', at, `the emulator ${program} is not on this host`, {
    help: `install it (${packages}), or give the path of another in <emulator>`,
  });

export const companionMissing = (at: Place, program: string, reason: string) =>
  warning('companion-missing', at, `${program}, which is to run beside QEMU, is not on this host`, {
    notes: [{ message: reason }],
    help: `install ${program}`,
  });

export const kvmRival = (at: Place, module: string) =>
  note('kvm-rival', at, `${module} is loaded: while it runs a guest, KVM cannot start one`, {
    help: `stop its guests, or unload it: rmmod ${module}`,
  });

export const kvmNotNested = (at: Place, feature: string, command: string) =>
  warning('kvm-not-nested', at, `KVM of this host gives no guest '${feature}': nested guests are off`, {
    help: `switch it on while no guest runs: ${command}`,
  });
