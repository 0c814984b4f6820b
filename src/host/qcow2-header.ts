/** Where bytes of an image are read; fewer, or none, where it ends. */
export type ReadAt = (offset: number, length: number) => Buffer | undefined;

/** What a qcow2 header says of other files. */
export interface Qcow2Header {
  readonly corrupt: boolean;
  readonly backing?: { readonly name: string; readonly format?: string | undefined } | undefined;
  readonly dataFile?: string | undefined;
}

/** QEMU block/qcow2.c refuses a longer name. */
const LONGEST_NAME = 1023;

const CORRUPT = 1n << 1n;
const EXTERNAL_DATA = 1n << 2n;

const BACKING_FORMAT = 0xe2792aca;
const DATA_FILE_NAME = 0x44415441;

/**
 * QEMU docs/interop/qcow2.txt: numbers are big endian; the backing file's name has its offset at 8 and its length at 16;
 * extensions follow the header, whose length is at 100 since version 3 and 72 bytes before. `head` is the first few KiB,
 * which hold all extensions that name files; `readAt` is for a name that stands further on.
 */
export function readQcow2(head: Buffer, readAt: ReadAt): Qcow2Header | undefined {
  if (head.length < 72) return undefined;
  const isOld = head.readUInt32BE(4) < 3;
  if (!isOld && head.length < 104) return undefined;
  const features = isOld ? 0n : head.readBigUInt64BE(72);
  const extensions = extensionsOf(head, isOld ? 72 : head.readUInt32BE(100));
  const name = backingName(head, readAt);
  return {
    corrupt: (features & CORRUPT) !== 0n,
    backing: name === undefined ? undefined : { name, format: extensions.get(BACKING_FORMAT) },
    dataFile: (features & EXTERNAL_DATA) === 0n ? undefined : extensions.get(DATA_FILE_NAME),
  };
}

function backingName(head: Buffer, readAt: ReadAt): string | undefined {
  const offset = head.readBigUInt64BE(8);
  const length = head.readUInt32BE(16);
  if (offset === 0n || length === 0 || length > LONGEST_NAME) return undefined;
  // The first cluster holds it, and the largest clusters have 2 MiB.
  if (offset > 0x200000n) return undefined;
  const at = Number(offset);
  const bytes = at + length <= head.length ? head.subarray(at, at + length) : readAt(at, length);
  return bytes?.length === length ? bytes.toString('utf8') : undefined;
}

/** By type; each has type and length, four bytes each, and data that is padded to eight. */
function extensionsOf(head: Buffer, start: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let at = start; at + 8 <= head.length;) {
    const type = head.readUInt32BE(at);
    const length = head.readUInt32BE(at + 4);
    if (type === 0 || at + 8 + length > head.length) break;
    found.set(type, head.toString('utf8', at + 8, at + 8 + length));
    at += 8 + Math.ceil(length / 8) * 8;
  }
  return found;
}
