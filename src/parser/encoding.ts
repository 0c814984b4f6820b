import { isUtf8 } from 'node:buffer';
import type { Report } from '../diagnostics/diagnostic';
import { xmlBinary, xmlEncoding } from '../diagnostics/catalog';

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
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, HEAD).includes(0)) {
    report(xmlBinary());
    return undefined;
  }
  // As most are; a decoder takes longer to make than to use.
  if (encoding === 'utf-8' && mark === undefined && isUtf8(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    report(xmlEncoding(`it is not valid ${encoding.toUpperCase()}`));
    return undefined;
  }
}

function withoutMark(bytes: Uint8Array): string {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (!start.startsWith('<?xml')) return 'utf-8';
  return (/^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8').toLowerCase();
}
