import { createInterface } from 'node:readline';
import { writeError } from '../streams';
import {
  nameFromFile,
  readBridge,
  readCdrom,
  readDisk,
  readLun,
  readMemory,
  readName,
  readVcpus,
  type Reading,
} from './answers';
import { DEFAULTS, type InitOptions } from './options';

/** Somebody left in the middle: Ctrl-C, or the end of the input. */
export class Left extends Error {}

interface Question {
  readonly ask: string;
  /** What Enter means; empty for no such device. */
  readonly fallback: string;
  /** Undefined where what was typed will do. */
  readonly problem: (text: string) => Reading<unknown>;
  readonly option: (text: string) => InitOptions;
}

/** A few questions with defaults; each is asked again until its answer will do. */
export async function askOptions(file: string | undefined): Promise<InitOptions> {
  writeError('A guest to start from. Enter takes what stands in brackets.\n\n');
  const lines = new Lines();
  try {
    let options: InitOptions = {};
    const name = await ask(lines, nameQuestion(file));
    options = { ...options, ...name };
    for (const question of questions(name.name ?? 'guest'))
      options = { ...options, ...(await ask(lines, question)) };
    return options;
  } finally {
    lines.close();
  }
}

const nameQuestion = (file: string | undefined): Question => ({
  ask: 'Name',
  fallback: nameFromFile(file),
  problem: readName,
  option: (name) => ({ name }),
});

const questions = (name: string): readonly Question[] => [
  { ask: 'Memory', fallback: DEFAULTS.memory, problem: readMemory, option: (memory) => ({ memory }) },
  { ask: 'Virtual CPUs', fallback: DEFAULTS.vcpus, problem: readVcpus, option: (vcpus) => ({ vcpus }) },
  { ask: 'Disk image', fallback: `${name}.qcow2`, problem: readDisk, option: (disk) => ({ disk: [disk] }) },
  {
    ask: 'CD-ROM to install from (an ISO file)',
    fallback: '',
    problem: readCdrom,
    option: (cdrom) => ({ cdrom }),
  },
  {
    ask: 'LUN of this host to pass through (/dev/disk/by-id/...)',
    fallback: '',
    problem: readLun,
    option: (lun) => ({ lun: [lun] }),
  },
  {
    ask: "Network: 'user', 'none', or the name of a bridge",
    fallback: DEFAULTS.network,
    problem: readBridge,
    option: (word) => (word === 'user' || word === 'none' ? { network: word } : { bridge: word }),
  },
];

async function ask(lines: Lines, { ask: words, fallback, problem, option }: Question): Promise<InitOptions> {
  for (;;) {
    writeError(`${words} [${fallback === '' ? 'none' : fallback}]: `);
    const text = (await lines.next()).trim() || fallback;
    if (text === '') return {};
    const reading = problem(text);
    if ('value' in reading) return option(text);
    writeError(`  ${reading.problem}${reading.help === undefined ? '' : `: ${reading.help}`}\n`);
  }
}

/** Lines that somebody types. The terminal itself echoes and edits them. */
class Lines {
  private readonly reader = createInterface({ input: process.stdin });
  private readonly lines = this.reader[Symbol.asyncIterator]();

  async next(): Promise<string> {
    const line = await this.lines.next();
    if (line.done === true) {
      // The question stands on a line that nobody ended.
      writeError('\n');
      throw new Left();
    }
    return line.value;
  }

  close(): void {
    this.reader.close();
  }
}
