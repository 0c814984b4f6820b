import type { ImageFormat } from './facts';

/**
 * The bytes by which QEMU's drivers know their images (QEMU block/*.c, bdrv_probe), with where they stand. LUKS is block/crypto.c's.
 */
const SIGNS: readonly (readonly [format: ImageFormat, at: number, bytes: string])[] = [
  ['qed', 0, 'QED\0'],
  ['vmdk', 0, 'KDMV'],
  ['vmdk', 0, 'COWD'],
  ['vmdk', 0, '# Disk DescriptorFile'],
  ['vdi', 0x40, '\x7f\x10\xda\xbe'],
  ['vpc', 0, 'conectix'],
  ['vhdx', 0, 'vhdxfile'],
  ['parallels', 0, 'WithoutFreeSpace'],
  ['parallels', 0, 'WithouFreSpacExt'],
  ['luks', 0, 'LUKS\xba\xbe'],
];

/** By the first bytes of an image. A fixed VHD has its sign at the end, and is taken for raw. */
export function formatOf(head: Buffer): ImageFormat {
  if (head.length >= 8 && head.toString('latin1', 0, 4) === 'QFI\xfb')
    return head.readUInt32BE(4) === 1 ? 'qcow' : 'qcow2';
  const sign = SIGNS.find(([, at, bytes]) => head.toString('latin1', at, at + bytes.length) === bytes);
  return sign?.[0] ?? 'raw';
}
