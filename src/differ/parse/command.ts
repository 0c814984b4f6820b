import { shellWords } from './shell';

/** A command line as /proc/PID/cmdline has it, each word ended by a NUL byte, or as a shell would run it. */
export function commandWords(text: string): readonly string[] | undefined {
  const words = text.includes('\0') ? text.replace(/\0$/, '').split('\0') : shellWords(text);
  return words && withoutEnvironment(words);
}

/** `env A=b program ...` and `A=b program ...`, the latter as libvirt's log has it -> `program ...`. */
function withoutEnvironment(words: readonly string[]): readonly string[] {
  const start = words.findIndex(
    (word, index) => !(index === 0 && word === 'env') && !/^[A-Za-z_]\w*=/.test(word),
  );
  return start < 0 ? [] : words.slice(start);
}
