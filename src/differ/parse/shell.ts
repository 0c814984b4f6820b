/**
 * Words of a command line as a POSIX shell reads them (XCU 2.2): quotes, backslashes, and a backslash at the end of a line,
 * which joins it with the next. Undefined where a quote is left open. Nothing is expanded.
 */
export function shellWords(text: string): string[] | undefined {
  const commands = read(text, [
    ...QUOTED,
    BLANK,
    [/[^\s'"\\]+/y, ([some]) => ({ kind: 'text', text: some })],
  ]);
  return commands?.flatMap(({ words }) => words);
}

/** A command of a script, and whether the line ended behind it, or an operator such as `;` or `&`. */
export interface ShellCommand {
  readonly words: string[];
  end: 'line' | 'operator';
}

/**
 * The simple commands of a script, in order, without comments and redirections (XCU 2.9.1, 2.7). Undefined where a quote is left
 * open. Nothing is expanded, and a keyword is a word as any other.
 */
export function shellCommands(text: string): ShellCommand[] | undefined {
  return read(text, IN_SCRIPT)?.filter(({ words }) => words.length > 0);
}

interface Piece {
  readonly kind: 'text' | 'blank' | 'nothing' | 'line' | 'operator';
  readonly text: string;
}

type Reader = readonly [
  pattern: RegExp,
  read: (match: RegExpExecArray) => Piece,
  /** Only where a word may begin. */
  first?: true,
];

/** `"$"`, `` "`" ``, `"\""` and `"\\"` are what a backslash can take the meaning from between double quotes. */
const IN_DOUBLE = /\\([$`"\\])|\\\n/g;

const of = (kind: Piece['kind']) => (): Piece => ({ kind, text: '' });

const BLANK: Reader = [/\s+/y, of('blank')];

const QUOTED: readonly Reader[] = [
  [/\\\r?\n/y, of('nothing')],
  [/\\([^])/y, ([, letter = '']) => ({ kind: 'text', text: letter })],
  [/'([^']*)'/y, ([, text = '']) => ({ kind: 'text', text })],
  [/"((?:[^"\\]|\\[^])*)"/y, ([, text = '']) => ({ kind: 'text', text: text.replace(IN_DOUBLE, '$1') })],
];

const IN_SCRIPT: readonly Reader[] = [
  ...QUOTED,
  [/#[^\n]*/y, of('blank'), true],
  [/\d*(?:<<<|<>|>>|>\||[<>]&?)[ \t]*(?:[^\s'"\\;&|<>]|'[^']*'|"[^"]*")*/y, of('blank'), true],
  [/[<>]&?[ \t]*(?:[^\s'"\\;&|<>]|'[^']*'|"[^"]*")*/y, of('blank')],
  [/[;&|()]+/y, of('operator')],
  [/\n/y, of('line')],
  [/[^\S\n]+/y, of('blank')],
  [/[^\s'"\\;&|()<>]+/y, ([text]) => ({ kind: 'text', text })],
];

function read(text: string, readers: readonly Reader[]): ShellCommand[] | undefined {
  const commands: ShellCommand[] = [{ words: [], end: 'line' }];
  let word: string | undefined;
  for (let at = 0; at < text.length;) {
    const found = pieceAt(text, at, readers, word === undefined);
    if (found === undefined) return undefined;
    const { kind, text: some } = found.piece;
    at += found.length;
    if (kind === 'text') word = (word ?? '') + some;
    if (kind === 'text' || kind === 'nothing') continue;
    const command = commands.at(-1);
    if (word !== undefined) command?.words.push(word);
    word = undefined;
    if (kind === 'blank') continue;
    if (command !== undefined) command.end = kind;
    commands.push({ words: [], end: 'line' });
  }
  if (word !== undefined) commands.at(-1)?.words.push(word);
  return commands;
}

function pieceAt(
  text: string,
  at: number,
  readers: readonly Reader[],
  first: boolean,
): { readonly piece: Piece; readonly length: number } | undefined {
  for (const [pattern, reader, onlyFirst] of readers) {
    if (onlyFirst === true && !first) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { piece: reader(match), length: match[0].length };
  }
  return undefined;
}
