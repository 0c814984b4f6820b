/** Headers of qcow2 images as docs/interop/qcow2.txt of QEMU has them. */

interface Header {
  /** Incompatible features. */
  readonly features?: bigint;
  readonly backing?: string;
  /** By type; in their order. */
  readonly extensions?: ReadonlyMap<number, string>;
}

export const DIRTY = 1n;
export const CORRUPT = 2n;
export const EXTERNAL_DATA = 4n;
export const BACKING_FORMAT = 0xe2792aca;
export const DATA_FILE_NAME = 0x44415441;

/** Version 3: the header, its extensions, and the name of the image below. */
export function qcow2({ features = 0n, backing, extensions = new Map() }: Header = {}): Buffer {
  const head = Buffer.alloc(512);
  head.write('QFI\xfb', 0, 'latin1');
  head.writeUInt32BE(3, 4);
  head.writeBigUInt64BE(features, 72);
  head.writeUInt32BE(104, 100);
  let at = 104;
  for (const [type, text] of extensions) {
    head.writeUInt32BE(type, at);
    head.writeUInt32BE(text.length, at + 4);
    head.write(text, at + 8);
    at += 8 + Math.ceil(text.length / 8) * 8;
  }
  if (backing === undefined) return head;
  head.writeBigUInt64BE(BigInt(at + 8), 8);
  head.writeUInt32BE(backing.length, 16);
  head.write(backing, at + 8);
  return head;
}
