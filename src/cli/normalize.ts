import type { Diagnostic } from '../diagnostics/diagnostic';
import { normalizeDomain, type Normalization } from '../normalize';
import { MARK } from '../parser/byte-order-mark';
import { decode } from '../parser/encoding';
import type { ColorChoice } from './color';
import { say } from './say';
import type { ConversionValues } from './conversion-values';
import { inputOf } from './guest-input';
import { overwriteWhole } from './many/write';
import { readXmlBytes } from './input';
import { Failure, STATUS } from './status';
import { writeOut } from './streams';
import { writeResult } from './write-result';

export interface NormalizeOptions extends ConversionValues {
  readonly output?: string;
  readonly inPlace?: boolean;
  readonly color?: ColorChoice;
}

/** Prints each domain XML with all that is decided for it, or writes it back. The highest status wins. */
export async function normalizeCommand(files: readonly string[], options: NormalizeOptions): Promise<number> {
  checkUsage(files, options);
  let status: number = STATUS.done;
  for (const file of files) status = Math.max(status, await normalizeOne(file, options));
  return status;
}

function checkUsage(files: readonly string[], { output, inPlace, redact }: NormalizeOptions): void {
  if (inPlace === true && redact === true)
    throw new Failure(STATUS.usage, '--redact would overwrite the guest with stand-ins', 'use --output FILE');
  if (inPlace === true && output !== undefined)
    throw new Failure(STATUS.usage, '--in-place and --output cannot be used together');
  if (inPlace === true && files.includes('-'))
    throw new Failure(STATUS.usage, 'standard input cannot be changed in place', 'use --output FILE');
  if (inPlace !== true && files.length > 1)
    throw new Failure(
      STATUS.usage,
      'several files would become one',
      'use --in-place, or name one file at a time',
    );
}

async function normalizeOne(file: string, options: NormalizeOptions): Promise<number> {
  const problems: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void problems.push(diagnostic);
  const bytes = readXmlBytes(file, report);
  const xml = bytes && decode(bytes, report);
  const input = xml === undefined ? undefined : await inputOf(xml, options);
  const { text, diagnostics }: Normalization =
    input === undefined
      ? { diagnostics: problems }
      : normalizeDomain(input.text, input.reading, input.options);
  await say(diagnostics, file, input?.text, options);
  if (text === undefined || bytes === undefined) return STATUS.refused;
  const whole = hasMark(bytes) ? MARK + asUtf8(text) : asUtf8(text);
  const output = options.inPlace === true ? file : options.output;
  if (output === undefined || output === '-') writeOut(whole);
  else if (options.inPlace !== true) writeResult(output, whole);
  else if (!Buffer.from(whole).equals(bytes)) overwriteWhole(output, whole);
  return STATUS.done;
}

function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Whatever the file was written in, what comes out is UTF-8, and says so. */
function asUtf8(text: string): string {
  return text.replace(
    /^(<\?xml[^>]*encoding\s*=\s*["'])([^"']+)/,
    (whole, before: string, encoding: string) =>
      /^(utf-?8|(us-)?ascii)$/i.test(encoding) ? whole : `${before}UTF-8`,
  );
}
