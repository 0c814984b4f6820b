/** Builds a folder that looks like /sys, /dev and /proc of a host, from a compact description in trees/. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface DiskTree {
  /** sda, dm-0. */
  readonly name: string;
  readonly dev: string;
  /** bytes. */
  readonly size: number;
  readonly readOnly?: boolean;
  readonly removable?: boolean;
  /** Of sysfs, other than of a SCSI device: pci0000:00/0000:00:07.0/virtio3. */
  readonly under?: string;
  /** virtio, nvme, ... */
  readonly subsystem?: string;
  readonly queue?: Readonly<Record<string, number>>;
  readonly partitions?: readonly {
    readonly name: string;
    readonly dev: string;
    readonly size: number;
    readonly holders?: readonly string[];
  }[];
  readonly dm?: { readonly name: string; readonly uuid: string };
  readonly backingFile?: string;
  readonly slaves?: readonly string[];
  readonly holders?: readonly string[];
  /** Links to it, below /dev. */
  readonly links?: readonly string[];
}

interface ScsiTree {
  readonly at: string;
  /** Of sysfs, between the host and the target: port-0:0/expander-0:0/port-0:0:3/end_device-0:0:3. */
  readonly through?: string;
  readonly type: number;
  readonly vendor: string;
  readonly model: string;
  readonly rev: string;
  readonly wwid?: string;
  readonly state?: string;
  /** Hexadecimal. */
  readonly vpd83?: string;
  readonly vpd80?: string;
  readonly block?: DiskTree;
  readonly sg?: string;
  readonly tape?: string;
  readonly changer?: string;
  /** Links to nodes that are not its block node: link -> node. */
  readonly links?: Readonly<Record<string, string>>;
}

interface HostTree {
  readonly host: number;
  /** Of sysfs: pci0000:00/0000:00:1f.2/ata1. */
  readonly under: string;
  /** Attributes of scsi_host. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly fc?: Readonly<Record<string, string | number>>;
  readonly sessions?: readonly {
    readonly session: number;
    readonly attributes: Readonly<Record<string, string | number>>;
    readonly connection: Readonly<Record<string, string | number>>;
  }[];
}

export interface Tree {
  readonly title: string;
  readonly hosts?: readonly HostTree[];
  readonly scsi?: readonly ScsiTree[];
  readonly block?: readonly DiskTree[];
  /** Anything else: path -> text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Links outside /dev/disk: link -> where it leads. */
  readonly links?: Readonly<Record<string, string>>;
}

export function readTree(path: string): Tree {
  return JSON.parse(readFileSync(path, 'utf8')) as Tree;
}

export function buildTree(root: string, tree: Tree): void {
  const builder = new Builder(root);
  builder.folder('/sys/class');
  for (const host of tree.hosts ?? []) buildHost(builder, host);
  for (const device of tree.scsi ?? []) buildScsi(builder, device, tree.hosts ?? []);
  for (const disk of tree.block ?? []) buildDisk(builder, disk, `/sys/devices/${disk.under ?? 'virtual'}`);
  for (const [path, text] of Object.entries(tree.files ?? {})) builder.file(path, text);
  for (const [link, target] of Object.entries(tree.links ?? {})) builder.link(link, target);
}

class Builder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  folder(path: string): void {
    mkdirSync(join(this.#root, path), { recursive: true });
  }

  file(path: string, content: string | number | Buffer): void {
    this.folder(dirname(path));
    writeFileSync(join(this.#root, path), typeof content === 'object' ? content : `${content}\n`);
  }

  attributes(folder: string, values: Readonly<Record<string, string | number | undefined>>): void {
    this.folder(folder);
    for (const [name, value] of Object.entries(values))
      if (value !== undefined) this.file(`${folder}/${name}`, value);
  }

  /** Relative, as sysfs and udev make them. */
  link(path: string, target: string): void {
    this.folder(dirname(path));
    symlinkSync(relative(dirname(path), target), join(this.#root, path));
  }
}

function buildHost(builder: Builder, { host, under, attributes, fc, sessions = [] }: HostTree): void {
  const folder = `/sys/devices/${under}/host${host}`;
  builder.attributes(`${folder}/scsi_host/host${host}`, attributes);
  builder.link(`/sys/class/scsi_host/host${host}`, `${folder}/scsi_host/host${host}`);
  if (fc) {
    builder.attributes(`${folder}/fc_host/host${host}`, fc);
    builder.link(`/sys/class/fc_host/host${host}`, `${folder}/fc_host/host${host}`);
  }
  for (const { session, attributes: of, connection } of sessions) {
    const at = `${folder}/session${session}`;
    builder.attributes(`${at}/iscsi_session/session${session}`, of);
    builder.link(`/sys/class/iscsi_session/session${session}`, `${at}/iscsi_session/session${session}`);
    const line = `${at}/connection${session}:0/iscsi_connection/connection${session}:0`;
    builder.attributes(line, connection);
    builder.link(`/sys/class/iscsi_connection/connection${session}:0`, line);
  }
}

function buildScsi(builder: Builder, device: ScsiTree, hosts: readonly HostTree[]): void {
  const [number, channel, target] = device.at.split(':');
  const under = hosts.find(({ host }) => host === Number(number))?.under ?? 'virtual';
  const way = device.through === undefined ? '' : `/${device.through}`;
  const folder = `/sys/devices/${under}/host${number}${way}/target${number}:${channel}:${target}/${device.at}`;
  const { type, vendor, model, rev, wwid, state = 'running' } = device;
  // The kernel pads vendor, model and revision with blanks.
  builder.attributes(folder, {
    type,
    vendor: vendor.padEnd(8),
    model: model.padEnd(16),
    rev: rev.padEnd(4),
    wwid,
    state,
  });
  if (device.vpd83) builder.file(`${folder}/vpd_pg83`, Buffer.from(device.vpd83, 'hex'));
  if (device.vpd80) builder.file(`${folder}/vpd_pg80`, Buffer.from(device.vpd80, 'hex'));
  builder.link(`/sys/bus/scsi/devices/${device.at}`, folder);
  if (device.block) buildDisk(builder, device.block, folder);
  const names = [
    ['scsi_generic', device.sg],
    ['scsi_tape', device.tape],
    ['scsi_tape', device.tape && `n${device.tape}`],
    ['scsi_changer', device.changer],
  ] as const;
  for (const [group, name] of names) if (name) buildCharacter(builder, folder, group, name);
  for (const [link, node] of Object.entries(device.links ?? {})) builder.link(link, node);
}

function buildCharacter(builder: Builder, folder: string, group: string, name: string): void {
  builder.folder(`${folder}/${group}/${name}`);
  builder.link(`${folder}/${group}/${name}/device`, folder);
  builder.link(`/sys/class/${group}/${name}`, `${folder}/${group}/${name}`);
  builder.file(`/dev/${name}`, '');
}

function buildDisk(builder: Builder, disk: DiskTree, parent: string): void {
  const folder = `${parent}/block/${disk.name}`;
  const flags = { ro: disk.readOnly ? 1 : 0, removable: disk.removable ? 1 : 0 };
  builder.attributes(folder, { dev: disk.dev, size: disk.size / 512, ...flags });
  builder.attributes(`${folder}/queue`, {
    logical_block_size: 512,
    physical_block_size: 512,
    rotational: 0,
    ...disk.queue,
  });
  if (!parent.endsWith('/virtual')) builder.link(`${folder}/device`, parent);
  if (disk.subsystem) builder.link(`${parent}/subsystem`, `/sys/bus/${disk.subsystem}`);
  if (disk.dm) builder.attributes(`${folder}/dm`, disk.dm);
  if (disk.backingFile) builder.file(`${folder}/loop/backing_file`, disk.backingFile);
  for (const name of disk.slaves ?? []) builder.link(`${folder}/slaves/${name}`, `/sys/class/block/${name}`);
  for (const name of disk.holders ?? [])
    builder.link(`${folder}/holders/${name}`, `/sys/class/block/${name}`);
  builder.link(`/sys/class/block/${disk.name}`, folder);
  builder.file(`/dev/${disk.name.replaceAll('!', '/')}`, '');
  for (const link of disk.links ?? []) builder.link(link, `/dev/${disk.name.replaceAll('!', '/')}`);
  for (const [index, { name, dev, size, holders = [] }] of (disk.partitions ?? []).entries()) {
    builder.attributes(`${folder}/${name}`, { dev, size: size / 512, ro: 0, partition: index + 1 });
    builder.link(`/sys/class/block/${name}`, `${folder}/${name}`);
    for (const holder of holders)
      builder.link(`${folder}/${name}/holders/${holder}`, `/sys/class/block/${holder}`);
    builder.file(`/dev/${name}`, '');
  }
}
