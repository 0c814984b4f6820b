import type { ScsiUse, TapeLimit } from '../facts';
import { hctlText } from '../scsi';
import type { Files } from './files';
import { addressOf } from './scsi';

const DEVICES = '/sys/bus/scsi/devices';

/** How the sg driver holds the data of a request (Linux drivers/scsi/sg.c). */
export function readSgDriver(files: Files): ScsiUse['sgDriver'] {
  const parameter = (name: string) => files.number(`/sys/module/sg/parameters/${name}`);
  const [element, reserved] = [parameter('scatter_elem_sz'), parameter('def_reserved_size')];
  if (element === undefined || reserved === undefined) return undefined;
  return {
    elementKb: Math.ceil(element / 1024),
    reservedKb: Math.floor(reserved / 1024),
    direct: parameter('allow_dio') === 1,
  };
}

/**
 * A tape has no queue in sysfs. usb-storage shows its limit (drivers/usb/storage/scsiglue.c); of other adapters their disks
 * do, as the driver sets one for all (drivers/scsi/scsi_lib.c, __scsi_init_queue) and lowers it for some.
 */
export function readTapeLimits(files: Files): ScsiUse['tapeLimits'] {
  const tapes = files
    .names('/sys/class/scsi_tape')
    .filter((name) => /^st\d+$/.test(name))
    .map((name) => addressOf(files, `scsi_tape/${name}`))
    .filter((hctl) => hctl !== undefined);
  if (tapes.length === 0) return undefined;
  return tapes.flatMap((hctl): readonly TapeLimit[] => {
    const own = files.number(`${DEVICES}/${hctlText(hctl)}/max_sectors`);
    if (own !== undefined) return [{ hctl: hctlText(hctl), maxKb: Math.floor(own / 2), from: 'tape' }];
    const maxKb = ofDisks(files, hctl.host);
    return maxKb === undefined ? [] : [{ hctl: hctlText(hctl), maxKb, from: 'disks' }];
  });
}

function ofDisks(files: Files, host: number): number | undefined {
  const limits = files
    .names(DEVICES)
    .filter((name) => name.startsWith(`${host}:`))
    .flatMap((name) => files.names(`${DEVICES}/${name}/block`))
    .map((name) => files.number(`/sys/class/block/${name}/queue/max_hw_sectors_kb`))
    .filter((limit) => limit !== undefined);
  return limits.length === 0 ? undefined : Math.max(...limits);
}
