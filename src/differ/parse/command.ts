import { FLAGS } from './options';
import { shellCommands, type ShellCommand } from './shell';

/** A command line that was found, its program first where it is known, or why there is none. */
export type Found = { readonly words: readonly string[] } | { readonly problem: string };

/** A command line as /proc/PID/cmdline has it, each word ended by a NUL byte. */
export function processWords(text: string): readonly string[] {
  const words = withoutEnvironment(text.replace(/\0$/, '').split('\0'));
  // `ld.so --library-path FOLDERS PROGRAM ...` starts a program with libraries of its own.
  return (isLoader(words[0]) ? fromQemu(words) : undefined) ?? words;
}

/**
 * QEMU's command line in a text: as /proc/PID/cmdline has it, as a shell would run it, also in the midst of a script, or its arguments
 * alone.
 */
export function commandIn(text: string): Found {
  // eslint-disable-next-line no-control-regex
  if (/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text)) return { problem: 'is no text' };
  const found = text.includes('\0') ? { words: processWords(text) } : inScript(text);
  if ('problem' in found) return found;
  const { words } = found;
  if (words.length === 0 || !(isQemu(words[0]) || words.some((word) => word.startsWith('-'))))
    return { problem: 'holds no command line' };
  return found;
}

function inScript(text: string): Found {
  const written = shellCommands(text);
  if (written === undefined) return { problem: 'has a quote that is left open' };
  const commands = joined(written)
    .map(withoutEnvironment)
    .filter((words) => words.length > 0);
  const named = commands.map(fromQemu).filter((words) => words !== undefined);
  // An emulator may have any name.
  const qemus = named.length > 0 ? named : commands.filter((words) => words.some(isMachine));
  if (qemus.length > 1)
    return { problem: `holds ${qemus.length} command lines of QEMU, and one is compared` };
  if (qemus.length === 0 && commands.length > 1)
    return { problem: `holds ${commands.length} commands, and none of them is a QEMU` };
  const [only] = qemus.length === 1 ? qemus : commands;
  return { words: only ?? [] };
}

/** Options may stand on lines of their own, each with its value or that on the next, and nothing that joins the lines. */
function joined(commands: readonly ShellCommand[]): readonly (readonly string[])[] {
  const whole: string[][] = [];
  let goesOn = false;
  for (const { words, end } of commands) {
    const last = whole.at(-1);
    if (last !== undefined && goesOn && (words[0]?.startsWith('-') === true || wantsValue(last)))
      last.push(...words);
    else whole.push([...words]);
    goesOn = end === 'line';
  }
  return whole;
}

const wantsValue = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  return last.startsWith('-') && !FLAGS.has(last.replace(/^--/, '-'));
};

const isMachine = (word: string) => word === '-machine' || word === '-M';

/** Behind `sudo`, `setpriv --ambient-caps +sys_rawio` and the like QEMU has its own name, and then an option. */
function fromQemu(words: readonly string[]): readonly string[] | undefined {
  const [first = ''] = words;
  if (isQemu(first)) return words;
  if (first.startsWith('-') || first === 'echo' || first === 'printf') return undefined;
  const at = words.findIndex((word, index) => isEmulator(word) && words[index + 1]?.startsWith('-') === true);
  return at < 0 ? undefined : words.slice(at);
}

const nameOf = (word = '') => word.slice(word.lastIndexOf('/') + 1);

const isLoader = (word: string | undefined): boolean => /^ld[\w.-]*\.so[.\d]*$/.test(nameOf(word));

/** A word that is the program of a command. */
const isQemu = (word: string | undefined): boolean => nameOf(word) === 'qemu' || isEmulator(word);

/** A word that is no user, no folder and none of QEMU's tools. */
const isEmulator = (word: string | undefined): boolean =>
  /^(?:qemu-system-.+|qemu-kvm|kvm)$/.test(nameOf(word));

/** `env A=b program ...` and `A=b program ...`, the latter as libvirt's log has it -> `program ...`. */
function withoutEnvironment(words: readonly string[]): readonly string[] {
  const start = words.findIndex(
    (word, index) => !(index === 0 && /^(?:env|exec)$/.test(word)) && !/^[A-Za-z_]\w*=/.test(word),
  );
  return start < 0 ? [] : words.slice(start);
}
