import { qemuLeavesOut } from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { Context } from '../context';
import { busOf } from './rule';

type Setting = readonly [path: string, what: string, isSet: (disk: Disk) => boolean];

/** What QEMU reads of a -device alone, and who has none: the card of a board's reader, and a floppy before QEMU 6.0. */
const OF_DEVICES: readonly Setting[] = [
  ['blockio', '<blockio>', ({ blockio }) => blockio !== undefined],
  ['target/@dpofua', "'dpofua'", ({ target }) => target.dpofua !== undefined],
];

/** Says what of a disk on the board reaches QEMU nowhere. */
export function tellLostSettings(disk: Disk, { qemu, profile, report }: Context): void {
  if (!profile.checksForQemu) return;
  const { at, serial, bootOrder, geometry } = disk;
  const isCard = busOf(disk) === 'sd';
  const lost: Setting[] = [
    ...OF_DEVICES,
    ['serial', '<serial>', () => serial !== undefined && !(isCard && qemu.has('drive-serial-geometry'))],
    ['geometry', '<geometry>', () => geometry !== undefined && qemu.has('disk-geometry')],
    // The order of floppies is their controller's, and one that nobody wrote is our own choice of the first disk.
    ['boot', 'the boot order', () => isCard && bootOrder !== undefined && at.of('boot').path !== at.path],
  ];
  for (const [path, what, isSet] of lost)
    if (isSet(disk)) report(qemuLeavesOut(at.of(path), what, 'the device is on the board', false));
}
