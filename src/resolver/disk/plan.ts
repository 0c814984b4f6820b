import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { BlockBackend } from '../../model/plan/block-backend';
import type { PlannedDisk } from '../../model/plan/disk';
import { planBlockBackend } from '../block-backend';
import { isLeftOut } from '../block-backend/available';
import { firstFdSetOf, firstNodeOf } from '../block-nodes';
import { privateFolder } from '../guest/paths';
import { planChardev } from '../chardev';
import type { Context } from '../context';
import { lunBootIndex } from '../scsi/choice';
import { RAWIO } from '../scsi/rawio';
import { slotOf } from '../address/slot';
import { targetIndex } from '../target-index';
import { backendSettings } from './direct-io';
import { chooseDriver, type DiskDriverChoice } from './driver';
import { errorPolicies, policyPlace, tellLostPolicies, type ErrorPolicies } from './error-policy';
import { geometryOf, planFrontend } from './frontend';
import { tellLostSettings } from './on-board';
import { busOf } from './rule';

/** What QEMU opens and what the guest sees of it. */
export function planDisk(disk: Disk, guest: Domain, context: Context): PlannedDisk | undefined {
  if (isLeftOut(disk.source, context)) {
    const hasDrive = disk.device === 'cdrom' || disk.device === 'floppy';
    context.decide({
      subject: disk.alias ?? disk.target.dev,
      value: hasDrive ? 'empty' : 'left out',
      reason: "the source is not there, and startupPolicy='optional' allows that",
      at: disk.source?.at,
    });
    return hasDrive
      ? planPresent({ ...disk, source: undefined, backing: undefined }, guest, context)
      : undefined;
  }
  // libvirt plugs it in once the guest's own overlay exists
  if (disk.transient?.shareBacking && context.profile.libvirtMonitor) return undefined;
  return planPresent(disk, guest, context);
}

function planPresent(disk: Disk, guest: Domain, context: Context): PlannedDisk | undefined {
  const id = disk.alias ?? disk.target.dev;
  const slot = slotOf(disk, guest, context);
  const choice = chooseDriver(disk, context);
  if (choice === undefined)
    return busOf(disk) === 'sd'
      ? planSdCard({ kind: 'disk', device: disk, id, slot }, guest, context)
      : undefined;
  if (disk.device === 'lun' && disk.rawio === true) context.hostStep(RAWIO);
  const policies = errorPolicies(disk);
  const place = policyPlace(disk, choice, context);
  if (place === 'none') tellLostPolicies(disk, choice, policies, context);
  const onDevice = place === 'device' ? policies : {};
  const backend =
    disk.type === 'vhostuser'
      ? undefined
      : planBackend(disk, id, choice, place === 'drive' ? policies : {}, guest, context);
  const isInFloppyDrive =
    busOf(disk) === 'fdc' && backend?.form === 'drive' && context.qemu.has('isa-fdc.drives');
  if (isInFloppyDrive) tellLostSettings(disk, context);
  return {
    kind: 'disk',
    device: disk,
    id,
    slot,
    bootindex: disk.device === 'lun' && choice.scsi ? lunBootIndex(disk, context) : disk.bootOrder,
    backend,
    chardev:
      disk.source?.type === 'vhostuser'
        ? planChardev(
            { ...disk.source.chardev, mode: 'connect' },
            { id: `chr-vu-${id}`, alias: id },
            guest,
            context,
          )
        : undefined,
    frontend: isInFloppyDrive ? undefined : planFrontend(disk, id, choice, onDevice, context),
  };
}

function planBackend(
  disk: Disk,
  id: string,
  choice: DiskDriverChoice | undefined,
  policies: ErrorPolicies,
  guest: Domain,
  context: Context,
): BlockBackend | undefined {
  const sd = busOf(disk) === 'sd';
  return planBlockBackend(
    {
      at: disk.at,
      alias: id,
      use: disk.device,
      firstNode: firstNodeOf(guest, disk),
      target: disk.target.dev,
      source: choice?.node === undefined ? disk.source : onNode(disk, choice.node),
      format: disk.driver.type,
      trayOpen: disk.target.tray === 'open' && disk.device !== 'disk',
      firstFdSet: firstFdSetOf(guest, disk),
      guestFolder: privateFolder(guest),
      backing: disk.backing,
      readonly: disk.readonly,
      shareable: disk.shareable,
      transient: disk.transient,
      driver: backendSettings(disk, choice, context),
      iotune: disk.iotune,
      geometry: context.qemu.has('disk-geometry') ? undefined : geometryOf(disk, context),
      ...policies,
      serial: disk.serial,
      sdIndex: sd ? (targetIndex(disk.target.dev) ?? 0) : undefined,
    },
    context,
  );
}

/** The source by another node of the same device: sg for sd, or sd for sg. */
function onNode({ source, at }: Disk, node: string): Disk['source'] {
  if (source?.type === 'block') return { ...source, path: node };
  return { type: 'block', at: source?.at ?? at, path: node };
}

/** The board's own card reader takes its card from the -drive. */
function planSdCard(
  base: Pick<PlannedDisk, 'kind' | 'device' | 'id' | 'slot'>,
  guest: Domain,
  context: Context,
): PlannedDisk {
  tellLostSettings(base.device, context);
  return { ...base, backend: planBackend(base.device, base.id, undefined, {}, guest, context) };
}
