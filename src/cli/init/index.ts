import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { fileWord } from '../../model/shell-word';
import { reasonOf } from '../reason';
import { Failure, STATUS } from '../status';
import { writeError, writeOut } from '../streams';
import type { Answers } from './answers';
import { guestXml, type Identity } from './guest-xml';
import { createImage } from './image';
import { answersFrom, type InitOptions } from './options';
import { askOptions, Left } from './questions';

/** `init [FILE]`: writes a guest to start from; resolves to the exit status. */
export async function initCommand(file: string | undefined, options: InitOptions): Promise<number> {
  const target = file === '-' ? undefined : file;
  if (target !== undefined && options.force !== true && existsSync(target)) throw exists(target);
  const { force: _force, ...given } = options;
  const asked = Object.keys(given).length === 0 && isatty(0) && isatty(2);
  try {
    const answers = answersFrom(asked ? await askOptions(target) : given, target);
    const xml = guestXml(answers, newIdentity());
    if (target === undefined) writeOut(xml);
    else writeGuest(target, xml, options.force === true, answers);
    return STATUS.done;
  } catch (problem) {
    if (!(problem instanceof Left)) throw problem;
    throw new Failure(STATUS.usage, 'the questions ended early: nothing was written');
  }
}

/** QEMU's own range of MAC addresses, which libvirt uses, too. */
function newIdentity(): Identity {
  const mac = [...randomBytes(3)].map((byte) => byte.toString(16).padStart(2, '0'));
  return { uuid: randomUUID(), mac: ['52', '54', '00', ...mac].join(':') };
}

const exists = (file: string) =>
  new Failure(STATUS.usage, `${file} is there already`, '--force writes over it');

function writeGuest(file: string, xml: string, force: boolean, answers: Answers): void {
  try {
    writeFileSync(file, xml, { flag: force ? 'w' : 'wx' });
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw exists(file);
    const reason = code === 'ENOENT' ? 'its folder is not there' : reasonOf(problem);
    throw new Failure(STATUS.unreadable, `cannot write ${file}: ${reason}`);
  }
  writeError(
    `${file} is written. What comes next:\n${nextSteps(file, answers)
      .map((step) => `  ${step}\n`)
      .join('')}`,
  );
}

/** Commands to paste. */
function nextSteps(file: string, { disks }: Answers): string[] {
  const missing = disks.filter(({ path }) => !path.startsWith('/dev/') && !existsSync(path));
  const name = fileWord(file);
  return [...missing.map(createImage), `domxml2qemu ${name}`, `domxml2qemu run --dry-run ${name}`];
}
