import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, visible } from '../diagnostics/report';
import { launch } from '../launcher/launch';
import { QemuEnded, withMonitor } from '../launcher/monitor';
import { compareRealized, type Compared } from '../launcher/realized';
import type { RunningQemu } from '../launcher/qemu';
import { plain } from '../launcher/realized/same';
import { refusalOf } from '../launcher/refusal';
import { serverSockets } from '../launcher/server-sockets';
import { isObject, type JsonObject } from '../qemu/probe/qmp';
import { paintFor } from './color';
import { nameOf } from './input';
import { QemuStream } from './qemu-stream';
import { isLongSocket } from '../model/socket-path';
import { reasonOf } from './reason';
import { ended, sayLine } from './start';
import { startable, textOf, type Startable, type StartValues } from './startable';
import { Failure, STATUS } from './status';
import { writeLog, writeOut } from './streams';
import { terminalWidth } from './terminal';
import { keepingFiles } from './trial';
import { verifiedText } from './verified-text';

export interface VerifyOptions extends StartValues {
  readonly output?: 'text' | 'json';
}

/** Milliseconds that QEMU has to answer: it reserves the guest's memory and opens its images before. */
const PATIENCE = 60_000;

/** What QEMU made of a guest that was started and stood still. */
interface Verified {
  /** major.minor.micro */
  readonly qemu: string;
  readonly compared: readonly Compared[];
}

/** `verify`: starts the guest stopped, asks QEMU what it has, ends it. Status 0: all as planned; 1: it differs, or did not start. */
export async function verifyCommand(file: string, options: VerifyOptions): Promise<number> {
  if (options.redact === true)
    throw new Failure(STATUS.usage, '--redact shows a guest that is not there to start', 'leave it out');
  const text = await textOf(file, options);
  if (text === undefined) return STATUS.refused;
  // Made with the start, which whatever ends it takes back.
  const folder = join(tmpdir(), `domxml2qemu-${randomUUID()}`);
  refuseUnusable(folder);
  const { monitor: _monitor, ...others } = options;
  const qmp = join(folder, 'qmp');
  const started = await startable({ file, text }, { ...others, paused: true, qmp, qmpIsOurs: true });
  const guest = started && { ...started, options: keepingFiles(started) };
  const verified = guest && (await ended(() => verify(guest, { file, text, folder, qmp }, options)));
  if (verified === undefined) return STATUS.refused;
  const equal = verified.compared.every(({ state }) => state !== 'differs');
  writeOut(
    options.output === 'json'
      ? `${JSON.stringify({ schema: 1, qemu: verified.qemu, equal, compared: verified.compared }, null, 2)}\n`
      : verifiedText(verified.qemu, verified.compared, {
          width: terminalWidth(),
          paint: await paintFor(options.color ?? 'auto', process.env, 1),
        }),
  );
  return equal ? STATUS.done : STATUS.refused;
}

/** Nothing is begun where QEMU's monitor cannot be reached. */
function refuseUnusable(folder: string): void {
  const at = tmpdir();
  const help = 'name another folder for what is temporary: TMPDIR';
  try {
    accessSync(at, constants.W_OK | constants.X_OK);
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `cannot write into ${visible(at)}: ${reasonOf(problem)}`, help);
  }
  if (isLongSocket(join(folder, 'qmp')))
    throw new Failure(STATUS.unreadable, `${visible(at)} is too long for the path of a socket`, help);
}

interface Trial {
  readonly file: string;
  readonly text: string;
  /** To be made for this start, for the socket in it. */
  readonly folder: string;
  readonly qmp: string;
}

/** Undefined after a report of why QEMU did not start. */
async function verify(
  guest: Startable,
  { file, text, folder, qmp }: Trial,
  { color = 'auto' }: VerifyOptions,
): Promise<Verified | undefined> {
  const stream = new QemuStream(PATIENCE);
  const asked = (qemu: RunningQemu) => {
    qemu.child.stderr?.setEncoding('utf8').on('data', (words: string) => stream.add(words));
    return withMonitor(qemu, qmp, PATIENCE, async (monitor) => ({
      qemu: versionOf(monitor.greeting),
      compared: await compareRealized(guest.plan, guest.emitted, monitor),
    }));
  };
  try {
    return await launch(
      { ...guest.plan, options: guest.options, sockets: serverSockets(guest.emitted), folder },
      { stdio: ['ignore', 'ignore', 'pipe'], say: sayLine },
      asked,
    );
  } catch (problem) {
    const ended = problem instanceof QemuEnded;
    const refusal = ended ? refusalOf(stream.all(), guest.options, guest.explanation) : undefined;
    if (refusal === undefined) throw problem;
    stream.drop();
    writeLog(report([refusal], { file: nameOf(file), text }, await paintFor(color)));
    return undefined;
  } finally {
    stream.flush();
  }
}

function versionOf({ version }: JsonObject): string {
  const numbers = isObject(version) && isObject(version['qemu']) ? version['qemu'] : {};
  return ['major', 'minor', 'micro'].map((part) => plain(numbers[part] ?? '?')).join('.');
}
