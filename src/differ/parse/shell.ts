/**
 * Words of a command line as a POSIX shell reads them (XCU 2.2): quotes, backslashes, and a backslash at the end of a line,
 * which joins it with the next. Undefined where a quote is left open. Nothing is expanded.
 */
export function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at);
    if (piece === undefined) return undefined;
    if (piece.kind === 'blank') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (piece.kind === 'text') word = (word ?? '') + piece.text;
    at += piece.length;
  }
  return word === undefined ? words : [...words, word];
}

interface Piece {
  readonly kind: 'text' | 'blank' | 'nothing';
  readonly text: string;
  readonly length: number;
}

/** `"$"`, `` "`" ``, `"\""` and `"\\"` are what a backslash can take the meaning from between double quotes. */
const IN_DOUBLE = /\\([$`"\\])|\\\n/g;

const PIECES: readonly (readonly [RegExp, (match: RegExpExecArray) => Omit<Piece, 'length'>])[] = [
  [/\\\r?\n/y, () => ({ kind: 'nothing', text: '' })],
  [/\\([^])/y, ([, letter = '']) => ({ kind: 'text', text: letter })],
  [/'([^']*)'/y, ([, text = '']) => ({ kind: 'text', text })],
  [/"((?:[^"\\]|\\[^])*)"/y, ([, text = '']) => ({ kind: 'text', text: text.replace(IN_DOUBLE, '$1') })],
  [/\s+/y, () => ({ kind: 'blank', text: '' })],
  [/[^\s'"\\]+/y, ([text]) => ({ kind: 'text', text })],
];

function pieceAt(text: string, at: number): Piece | undefined {
  for (const [pattern, read] of PIECES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { ...read(match), length: match[0].length };
  }
  return undefined;
}
