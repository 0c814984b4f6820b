import type { ControllerType } from '../model/controller';
import type { DeviceKind } from '../model/device';
import type { LaunchPlan } from '../model/plan';
import type { PlannedDevice, PlannedOf } from '../model/plan/device';
import type { Part, Subject } from '../model/plan/part';
import { text, words, type Arg } from './args';
import { emitBackendObject } from './block-backend/objects';
import { CONTROLLER_ORDER, emitController } from './controller';
import { emitDisk, emitFloppyController } from './disk';
import { overridden } from './override';
import { emitPciRoot } from './controller/pci';
import { emitPassedCard, iommufdArgs } from './hostdev';
import { isLate } from './iommu';
import { EMITTERS } from './kinds';
import { accelArgs, cpuArgs, flashArgs, iothreadArgs, loaderArgs, machineArgs, smpArgs } from './machine';
import { launchSecurityArgs } from './launch-security';
import { memoryArgs, numaArgs } from './memory';
import {
  configArgs,
  genidArgs,
  lastArgs,
  monitorArgs,
  reservationArgs,
  sandboxArgs,
  sgaArgs,
  startArgs,
  vmcoreinfoArgs,
} from './start';
import { withZpci } from './zpci';
import { bootArgs, clockArgs, powerArgs, smbiosArgs, uuidArgs } from './system';
import type { Emitted } from './emitted';

/** Adds to what was emitted before it. */
type Section = (emitted: Emitted[], plan: LaunchPlan, planned: ByKind) => void;

/** The planned devices by kind, since most sections are about one. */
type ByKind = ReadonlyMap<DeviceKind, readonly PlannedDevice[]>;

/** The order of the command line. Nothing else decides it. */
const SECTIONS: readonly Section[] = [
  part('name', startArgs),
  part('reservations', reservationArgs),
  part('firmware', flashArgs),
  part('machine', machineArgs),
  part('accelerator', accelArgs),
  part('cpu', cpuArgs),
  part('firmware', loaderArgs),
  part('memory', memoryArgs),
  part('vcpus', smpArgs),
  part('iothreads', iothreadArgs),
  part('throttle groups', ({ throttleGroups }) => throttleGroups.map(emitBackendObject)),
  part('numa', numaArgs),
  part('uuid', uuidArgs),
  part('smbios', smbiosArgs),
  part('genid', genidArgs),
  part('defaults', configArgs),
  part('serial bios', sgaArgs),
  part('monitor', monitorArgs),
  part('clock', clockArgs),
  part('power', powerArgs),
  part('boot', bootArgs),
  iommus(false),
  pciRoots,
  controllers(CONTROLLER_ORDER),
  iommus(true),
  each('memory'),
  each('hub'),
  controllers(['ccid']),
  disks,
  each('filesystem'),
  each('interface'),
  each('smartcard'),
  each('serial'),
  each('parallel'),
  each('channel'),
  each('console'),
  each('tpm'),
  each('input'),
  each('audio'),
  each('graphics'),
  each('video'),
  each('sound'),
  watchdogs,
  each('redirdev'),
  part('iommufd', iommufdArgs),
  passedCards(false),
  each('hostdev'),
  passedCards(true),
  part('incoming', ({ incoming }) => (incoming === undefined ? [] : [text('-incoming', incoming)])),
  each('memballoon'),
  each('rng'),
  each('nvram'),
  part('vmcoreinfo', vmcoreinfoArgs),
  part('launch security', launchSecurityArgs),
  part('own words', ({ passthroughArgs }) =>
    passthroughArgs.length === 0 ? [] : [words(...passthroughArgs)],
  ),
  part('sandbox', sandboxArgs),
  each('panic'),
  each('shmem'),
  each('vsock'),
  each('crypto'),
  each('pstore'),
  part('last', lastArgs),
];

/** LaunchPlan -> arguments, in the order of QEMU's command line as libvirt writes it. */
export function emit(plan: LaunchPlan): readonly Emitted[] {
  const planned = byKind(plan.devices);
  const emitted: Emitted[] = [];
  for (const section of SECTIONS) section(emitted, plan, planned);
  return overridden(emitted, plan.overrides);
}

function byKind(devices: readonly PlannedDevice[]): ByKind {
  const kinds = new Map<DeviceKind, PlannedDevice[]>();
  for (const device of devices) {
    const list = kinds.get(device.kind);
    if (list === undefined) kinds.set(device.kind, [device]);
    else list.push(device);
  }
  return kinds;
}

const NONE: readonly never[] = [];

/** What was sorted under a kind is of that kind. */
function ofKind<K extends DeviceKind>(planned: ByKind, kind: K): readonly PlannedOf<K>[] {
  return (planned.get(kind) ?? NONE) as readonly PlannedOf<K>[];
}

function part(subject: Part, args: (plan: LaunchPlan) => readonly Arg[]): Section {
  return (emitted, plan) => {
    add(emitted, subject, args(plan));
  };
}

function add(emitted: Emitted[], subject: Subject, args: readonly Arg[]): void {
  if (args.length === 0) return;
  const all = typeof subject === 'string' ? args : withZpci(subject, args);
  for (const arg of all) emitted.push({ arg, subject });
}

function each<K extends DeviceKind>(kind: K): Section {
  return (emitted, _plan, planned) => {
    for (const device of ofKind(planned, kind)) add(emitted, device, EMITTERS[kind](device));
  };
}

function pciRoots(emitted: Emitted[], _plan: LaunchPlan, planned: ByKind): void {
  for (const controller of ofKind(planned, 'controller'))
    if (controller.type === 'pci-root') add(emitted, controller, emitPciRoot(controller));
}

/** Those that libvirt learned after 11.3 come after the buses that they name, as libvirt 12.9 writes them. */
function iommus(late: boolean): Section {
  return (emitted, _plan, planned) => {
    for (const iommu of ofKind(planned, 'iommu'))
      if (isLate(iommu) === late) add(emitted, iommu, EMITTERS.iommu(iommu));
  };
}

/** By type, and within a type as the guest has them. */
function controllers(types: readonly ControllerType[]): Section {
  return (emitted, _plan, planned) => {
    const all = ofKind(planned, 'controller');
    for (const type of types)
      for (const controller of all)
        if (controller.type === type) add(emitted, controller, emitController(controller));
  };
}

/** The floppy controller comes before the drives that plug into it, or after the -drives that it names. */
function disks(emitted: Emitted[], { floppyController: floppy }: LaunchPlan, planned: ByKind): void {
  const last = floppy?.driveA !== undefined || floppy?.driveB !== undefined;
  const addFloppy = () => {
    if (floppy !== undefined) add(emitted, 'floppy controller', emitFloppyController(floppy));
  };
  if (!last) addFloppy();
  for (const disk of ofKind(planned, 'disk')) add(emitted, disk, emitDisk(disk));
  if (last) addFloppy();
}

/** The one of the chipset is only let work, after those that are devices (libvirt qemuBuildWatchdogCommandLine). */
function watchdogs(emitted: Emitted[], _plan: LaunchPlan, planned: ByKind): void {
  const all = ofKind(planned, 'watchdog');
  for (const type of ['device', 'chipset'])
    for (const dog of all) if (dog.front.type === type) add(emitted, dog, EMITTERS.watchdog(dog));
}

/** Network cards of the host: those that the XML names, or those out of the pool of a network. */
function passedCards(pooled: boolean): Section {
  return (emitted, _plan, planned) => {
    for (const card of ofKind(planned, 'interface'))
      if (card.passed !== undefined && card.pooled === pooled) add(emitted, card, emitPassedCard(card));
  };
}
