import { isUtf8 } from 'node:buffer';
import type { Report } from '../diagnostics/diagnostic';
import { xmlBinary, xmlCompressed, xmlEncoding } from '../diagnostics/catalog';

/** What a byte order mark says (XML 1.0, appendix F). */
const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Encodings that may be declared; everything else is refused by name. */
const DECLARED: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'utf-16',
  'utf-16le',
  'utf-16be',
]);

/** A disk image, an archive or a program shows itself in its first bytes. */
const HEAD = 1024;

/** Bytes of a file -> its text, by byte order mark or XML declaration. Undefined after reporting what is wrong. */
export function decode(bytes: Uint8Array, report: Report): string | undefined {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.encoding ?? withoutMark(bytes);
  if (!DECLARED.has(encoding)) {
    report(xmlEncoding(`the encoding '${encoding}' is not supported`));
    return undefined;
  }
  // As most are; a decoder takes longer to make than to use.
  const plain = encoding === 'utf-8' && mark === undefined ? plainText(bytes) : undefined;
  if (plain !== undefined) return plain;
  // RFC 1952 2.3.1
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    report(xmlCompressed());
    return undefined;
  }
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, HEAD).includes(0)) {
    report(xmlBinary());
    return undefined;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    report(xmlEncoding(`it is not valid ${encoding.toUpperCase()}`));
    return undefined;
  }
}

/** UTF-8; undefined for what is none, and for what has a NUL. */
function plainText(bytes: Uint8Array): string | undefined {
  const text = bufferOf(bytes).toString();
  if (text.includes('\0')) return undefined;
  // The character that stands for what is no UTF-8 may have been written as well.
  return !text.includes('\ufffd') || isUtf8(bytes) ? text : undefined;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `<?xml` */
const DECLARATION = [0x3c, 0x3f, 0x78, 0x6d, 0x6c];

function withoutMark(bytes: Uint8Array): string {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  if (!DECLARATION.every((byte, i) => bytes[i] === byte)) return 'utf-8';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return (/^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8').toLowerCase();
}
