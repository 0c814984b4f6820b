import type { DeviceNode, Hctl, ScsiDevice } from '../facts';
import { hctlOf, hctlText } from '../scsi';
import { accessOf } from './block';
import { blockNode } from './block-name';
import type { Files } from './files';
import type { Links } from './links';
import { serialOf, wwidOf } from './vpd';

const DEVICES = '/sys/bus/scsi/devices';

/** Every logical unit that the kernel has, in the order of lsscsi. */
export function scsiAddresses(files: Files): readonly Hctl[] {
  const order = (a: Hctl, b: Hctl) =>
    a.host - b.host || a.channel - b.channel || a.target - b.target || Number(BigInt(a.lun) - BigInt(b.lun));
  return files
    .names(DEVICES)
    .map(hctlOf)
    .filter((hctl) => hctl !== undefined)
    .sort(order);
}

/** One logical unit; undefined where the kernel has none at this address. */
export function readScsi(files: Files, hctl: Hctl, links: Links): ScsiDevice | undefined {
  const folder = `${DEVICES}/${hctlText(hctl)}`;
  const type = files.number(`${folder}/type`);
  if (type === undefined) return undefined;
  const blockDevice = first(files, `${folder}/block`, /./);
  const state = files.text(`${folder}/state`);
  const node = (
    path: string | undefined,
    access = (at: string) => files.access(at),
  ): DeviceNode | undefined =>
    path === undefined ? undefined : { path, links: links.get(path) ?? [], access: access(path) };
  return {
    hctl,
    type,
    vendor: files.text(`${folder}/vendor`) ?? '',
    model: files.text(`${folder}/model`) ?? '',
    revision: files.text(`${folder}/rev`) ?? '',
    serial: serialOf(files.bytes(`${folder}/vpd_pg80`)),
    wwid: wwid(files.text(`${folder}/wwid`)) ?? wwidOf(files.bytes(`${folder}/vpd_pg83`)),
    size: blockDevice === undefined ? undefined : sizeOf(files, blockDevice),
    block: node(blockDevice && blockNode(blockDevice), (path) => accessOf(files, path, state)),
    sg: node(inDev(first(files, `${folder}/scsi_generic`, /^sg\d+$/))),
    tape: withNonRewinding(node(inDev(first(files, `${folder}/scsi_tape`, /^st\d+$/))), links),
    changer: node(inDev(first(files, `${folder}/scsi_changer`, /^sch\d+$/))),
    multipath: blockDevice === undefined ? undefined : multipathOf(files, blockDevice),
    state,
  };
}

/** The SCSI address of a block device, or of a character device of sg, st or sch, by its name in sysfs. */
export function addressOf(files: Files, classPath: string): Hctl | undefined {
  const real = files.real(`/sys/class/${classPath}/device`);
  return real === undefined ? undefined : hctlOf(real.slice(real.lastIndexOf('/') + 1));
}

function first(files: Files, folder: string, pattern: RegExp): string | undefined {
  return files.names(folder).find((name) => pattern.test(name));
}

/** /dev/nst0 is the same drive as /dev/st0, and has links of its own. */
function withNonRewinding(tape: DeviceNode | undefined, links: Links): DeviceNode | undefined {
  if (tape === undefined) return undefined;
  const other = tape.path.replace('/st', '/nst');
  return { ...tape, links: [...tape.links, other, ...(links.get(other) ?? [])].sort() };
}

function inDev(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `/dev/${name}`;
}

/** An empty drive has the size 0, or that of its last medium. */
function sizeOf(files: Files, name: string): number | undefined {
  const sectors = files.number(`/sys/class/block/${name}/size`);
  return sectors === undefined || sectors === 0 ? undefined : sectors * 512;
}

/** t10 names are padded with blanks inside; they are kept as the kernel writes them. */
function wwid(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

function multipathOf(files: Files, name: string): string | undefined {
  for (const holder of files.names(`/sys/class/block/${name}/holders`)) {
    const dm = `/sys/class/block/${holder}/dm`;
    if (files.text(`${dm}/uuid`)?.startsWith('mpath-'))
      return `/dev/mapper/${files.text(`${dm}/name`) ?? holder}`;
  }
  return undefined;
}
