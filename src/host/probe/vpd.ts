/** SPC vital product data, as sysfs hands it out raw. */

/** Page 0x80: the serial number of the unit. */
export function serialOf(page: Buffer | undefined): string | undefined {
  if (page === undefined || page.length < 4 || page[1] !== 0x80) return undefined;
  const serial = page.subarray(4, 4 + page.readUInt16BE(2)).toString('latin1');
  return printable(serial);
}

interface Designator {
  readonly type: number;
  readonly data: Buffer;
}

/** Designator types of SPC-4 table 569, best first, and how Linux writes each in a `wwid` file. */
const FORMS: readonly (readonly [type: number, write: (data: Buffer) => string | undefined])[] = [
  [3, (data) => `naa.${data.toString('hex')}`],
  [2, (data) => `eui.${data.toString('hex')}`],
  [8, (data) => printable(data.toString('utf8'))],
  [1, (data) => prefixed('t10.', printable(data.toString('latin1')))],
];

/** Page 0x83: the name of the logical unit, for kernels without a `wwid` file. */
export function wwidOf(page: Buffer | undefined): string | undefined {
  if (page === undefined || page.length < 4 || page[1] !== 0x83) return undefined;
  const designators = designatorsOf(page);
  for (const [type, write] of FORMS) {
    const found = designators.find((designator) => designator.type === type);
    const name = found && write(found.data);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Those of the logical unit itself (association 0), not of its port or target. */
function designatorsOf(page: Buffer): readonly Designator[] {
  const found: Designator[] = [];
  const end = Math.min(page.length, 4 + page.readUInt16BE(2));
  for (let at = 4; at + 4 <= end;) {
    const [, kind = 0, , length = 0] = page.subarray(at, at + 4);
    if ((kind & 0x30) === 0 && length > 0 && at + 4 + length <= end)
      found.push({ type: kind & 0x0f, data: page.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return found;
}

/** Padding goes; a device that answers with control bytes is not quoted. */
function printable(text: string): string | undefined {
  const trimmed = text.replace(/\0+$/, '').trim();
  return /^[\x20-\x7e]+$/.test(trimmed) ? trimmed : undefined;
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}
