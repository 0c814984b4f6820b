import { convert, type ConvertOptions } from '../../src/convert';
import { normalize } from '../../src/normalize';

/** libvirt has a controller without an index where it was written, and one with the same index elsewhere. */
const UNORDERED = /<controller\b(?![^>]*\sindex=)/;

const sorted = (argv: readonly string[]): readonly string[] => [...argv].sort();

const COMMENT = /<!--[\s\S]*?-->/g;

/**
 * What is wrong with the normalized form of a domain, if anything is: it gives another command line, other than in its
 * order, says something new, changes when it is normalized again, or has lost a comment.
 */
export function broken(xml: string, options: ConvertOptions): string | undefined {
  const before = convert(xml, options);
  const { text } = normalize(xml, options);
  if (text === undefined || before.argv === undefined)
    return text === before.argv ? undefined : 'refused by one of convert and normalize alone';
  const after = convert(text, options);
  const said = new Set(before.diagnostics.map(({ code }) => code));
  const news = after.diagnostics.find(({ code }) => !said.has(code));
  if (news !== undefined) return `says now ${news.code}: ${news.message}`;
  const words = UNORDERED.test(xml) ? sorted : (argv: readonly string[]) => argv;
  const difference = differenceOf(words(before.argv), words(after.argv ?? []));
  if (difference !== undefined) return difference;
  const again = normalize(text, options).text ?? '';
  if (again !== text) return `changes again: ${differenceOf(text.split('\n'), again.split('\n')) ?? ''}`;
  const kept = String(text.match(COMMENT)) === String(xml.match(COMMENT));
  return kept ? undefined : 'has other comments';
}

/** The first word that is not the same. */
function differenceOf(before: readonly string[], after: readonly string[]): string | undefined {
  const length = Math.max(before.length, after.length);
  const index = Array.from({ length }, (_, n) => n).find((n) => before[n] !== after[n]);
  return index === undefined ? undefined : `'${before[index] ?? ''}' is now '${after[index] ?? ''}'`;
}
