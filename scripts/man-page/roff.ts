import { fold } from '../../src/diagnostics/fold';

/** The few macros of man(7) that a page needs. Words of ours go through `text`, so that none is taken for a macro. */
export const text = (words: string): string => escaped(fold(words, 70).replace(/\n +/g, '\n'));

/** No word is taken for a macro, and a dash is one that can be copied. */
export const escaped = (words: string): string =>
  words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq').replace(/^\./gm, '\\&.');

const bold = (words: string) => `.B ${quoted(words)}`;

/** The argument of a macro: quotes in it are doubled. */
const quoted = (words: string) => `"${escaped(words).replaceAll('"', '""')}"`;

export const section = (title: string, ...body: string[]) => headed(`.SH ${quoted(title)}`, body);

export const subsection = (title: string, ...body: string[]) => headed(`.SS ${quoted(title)}`, body);

/** What follows a heading is a paragraph without being told. */
const headed = (heading: string, body: readonly string[]) =>
  [heading, ...body.filter((part) => part !== '')].join('\n').replace(/^(.*\n)\.PP\n/, '$1');

export const paragraph = (words: string) => `.PP\n${text(words)}`;

/** A term in bold and what it means, indented below it. */
export const item = (term: string, meaning: string) => `.TP\n${bold(term)}\n${text(meaning)}`;

/** Lines as they are, indented: no word is moved to another line. */
export const verbatim = (lines: readonly string[]) =>
  ['.PP', '.RS 4', '.nf', ...lines.map(escaped), '.fi', '.RE'].join('\n');
