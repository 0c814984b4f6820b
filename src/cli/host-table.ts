import { PLAIN, type Paint } from '../diagnostics/paint';
import type { BlockDevice, DeviceNode, HostFacts, ScsiAdapter, ScsiDevice } from '../host/facts';
import { hctlText, stableName } from '../host/scsi';
import { columns, type Row } from './columns';
import { bytes, shortUses, typeWord } from './host-words';

/** What `domxml2qemu host` prints: devices in the columns of lsscsi, and below them what they hang on. */
export function hostTable(facts: HostFacts, width: number, paint: Paint = PLAIN): string {
  const { scsi, adapters = [] } = facts;
  const sections: (readonly [title: string | undefined, rows: readonly Row[]])[] = [
    [undefined, (scsi ?? []).map((device) => scsiRow(facts, device))],
    ['Multipath maps', blocks(facts, isMultipath).map((device) => mapRow(facts, device))],
    ['Adapters', adapters.map(adapterRow)],
    ['Other disks', blocks(facts, isOtherDisk).map((device) => diskRow(facts, device))],
  ];
  const shown = sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${title === undefined ? '' : `${title}:\n`}${columns(rows, width)}`);
  return painted(printable([...nothing(facts), ...shown].join('\n')), paint);
}

/** Said plainly where there is no SCSI to list. */
function nothing({ scsi }: HostFacts): string[] {
  if (scsi === undefined) return ['The SCSI devices of this system cannot be read: it has no /sys/class.\n'];
  return scsi.length === 0 ? ['This host has no SCSI devices.\n'] : [];
}

function scsiRow(facts: HostFacts, device: ScsiDevice): Row {
  const { hctl, type, vendor, model, revision, sg } = device;
  const node = device.block ?? device.tape ?? device.changer;
  return {
    cells: [
      `[${hctlText(hctl)}]`,
      typeWord(type),
      vendor.padEnd(8),
      model.padEnd(16),
      revision.padEnd(4),
      node?.path ?? '-',
      sg?.path ?? '-',
      bytes(device.size),
    ],
    more: [stable(node, sg), scsiUse(facts, device)],
  };
}

/** The name to write into a guest: of the node that the kernel's driver has, else of the sg node. */
function stable(...nodes: readonly (DeviceNode | undefined)[]): string | undefined {
  for (const node of nodes) {
    const name = node && stableName(node);
    if (name !== undefined) return name;
  }
  return undefined;
}

function scsiUse(facts: HostFacts, { block, sg, tape, changer, multipath, state }: ScsiDevice): string {
  const device = facts.block?.find(({ path }) => path === block?.path);
  return list([
    state === 'running' ? undefined : state,
    ...[block, sg, tape, changer].map(barred),
    device?.readOnly && device.kind === 'disk' ? 'read-only' : undefined,
    multipath === undefined ? undefined : `path of ${multipath}`,
    // The map has a line of its own.
    multipath === undefined && device ? shortUses(facts, device) : undefined,
  ]);
}

function barred(node: DeviceNode | undefined): string | undefined {
  if (node?.access === 'none') return `no access to ${node.path}`;
  return undefined;
}

const isMultipath = (device: BlockDevice) => device.dm?.type === 'multipath';

const OTHER_DISKS: ReadonlySet<BlockDevice['kind']> = new Set([
  'nvme',
  'virtio',
  'md',
  'loop',
  'nbd',
  'rbd',
  'other',
]);
/** An unused loop or nbd device has no size. */
const isOtherDisk = ({ kind, size }: BlockDevice) => OTHER_DISKS.has(kind) && size > 0;

function blocks({ block = [] }: HostFacts, wanted: (device: BlockDevice) => boolean): readonly BlockDevice[] {
  return block.filter(wanted);
}

function mapRow(facts: HostFacts, device: BlockDevice): Row {
  const paths = device.slaves.map((path) => path.replace('/dev/', '')).join(' ');
  const byId = device.links.find((link) => link.includes('/by-id/wwn-'));
  return {
    cells: [`/dev/mapper/${device.dm?.name ?? ''}`, bytes(device.size), paths],
    more: [byId, list([barred(device), shortUses(facts, device)])],
  };
}

function diskRow(facts: HostFacts, device: BlockDevice): Row {
  return {
    cells: [device.path, device.kind, bytes(device.size)],
    more: [
      device.backingFile ?? stableName(device),
      list([barred(device), device.readOnly ? 'read-only' : undefined, shortUses(facts, device)]),
    ],
  };
}

function adapterRow({ host, driver, pciParent, uniqueId, fc, iscsi = [] }: ScsiAdapter): Row {
  return {
    cells: [
      `scsi_host${host}`,
      driver,
      pciParent ?? '-',
      uniqueId === undefined ? '-' : `unique_id ${uniqueId}`,
    ],
    more: [
      fc && list([`FC ${fc.portState ?? ''}`.trim(), `wwnn ${fc.wwnn}`, `wwpn ${fc.wwpn}`], ' '),
      fc?.fabric && `fabric ${fc.fabric}`,
      fc?.vports && `vports ${fc.vports.inUse} of ${fc.vports.max}`,
      fc?.vportParent === undefined ? undefined : `virtual port of scsi_host${fc.vportParent}`,
      ...iscsi.map(({ target, portal }) => `iSCSI ${target}${portal === undefined ? '' : ` at ${portal}`}`),
    ],
  };
}

function list(parts: readonly (string | undefined)[], separator = ', '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** Names come from devices and from users: none of them drives the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '?');
}

/** Headings, names that stay, and what keeps a device from a guest; after the columns are laid out, since color takes none. */
function painted(text: string, paint: Paint): string {
  return text
    .replace(/^[A-Z][\w ]+:$/gm, (words) => paint.strong(words))
    .replace(/(?<=^| )\/dev\/(?:disk|tape)\/\S+/gm, (words) => paint.added(words))
    .replace(/(?<=^| |, )(?:no access to \S+|offline|read-only)(?=,|\s|$)/gm, (words) =>
      paint.warning(words),
    );
}
