import { vportToMake } from '../diagnostics/catalog';
import { report, visible } from '../diagnostics/report';
import { endingText, statusOf, type Ending } from '../launcher/ending';
import { Interrupted, LaunchFailure } from '../launcher/failure';
import { doHostStep } from '../launcher/host-steps';
import { launch } from '../launcher/launch';
import { refusalOf } from '../launcher/refusal';
import { endsPrograms } from '../launcher/signals';
import { serverSockets } from '../launcher/server-sockets';
import { paintFor } from './color';
import { nameOf } from './input';
import { mindTerminal } from './lost-terminal';
import { QemuStream } from './qemu-stream';
import { startable, textOf, type Startable, type StartValues } from './startable';
import { Failure, STATUS } from './status';
import { writeLog } from './streams';

export interface StartOptions extends StartValues {
  /** Make the NPIV ports that the guest names and that are not there. */
  readonly createVports?: boolean;
}

/** `run`: all that a guest needs, then QEMU; resolves to its exit status when it has ended and nothing is left. */
export async function startCommand(file: string, options: StartOptions): Promise<number> {
  const text = await textOf(file, options);
  if (text === undefined) return STATUS.refused;
  const source = { file, text };
  const guest = await withVports(source, options);
  if (guest === undefined) return STATUS.refused;
  return ended(() =>
    launch(
      { ...guest.plan, options: guest.options, sockets: serverSockets(guest.emitted) },
      { stdio: ['inherit', 'inherit', 'pipe'], say: sayLine },
      async ({ child, ended: end }) => {
        const stream = new QemuStream();
        child.stderr?.setEncoding('utf8').on('data', (words: string) => stream.add(words));
        const ending = await end;
        await sayEnd(ending, stream, guest, source, options);
        return statusOf(ending);
      },
    ),
  );
}

type Source = Parameters<typeof startable>[0];

/** The guest with the LUNs of the ports that had to be made first. */
async function withVports(source: Source, options: StartOptions): Promise<Startable | undefined> {
  const guest = await startable(source, options);
  const steps = guest?.plan.hostSteps.filter(({ creates }) => creates !== undefined) ?? [];
  if (guest === undefined || steps.length === 0) return guest;
  if (options.createVports !== true) {
    const { color = 'auto' } = options;
    const missing = vportToMake(steps.map(({ what }) => what));
    writeLog(report([missing], { file: nameOf(source.file), text: source.text }, await paintFor(color)));
    return undefined;
  }
  for (const step of steps) {
    sayLine(`host step: ${step.what}`);
    await ended(() => doHostStep(step, process.env, { interrupted: new Promise(() => {}), done: () => {} }));
  }
  const again = await startable(source, options);
  const left = again?.plan.hostSteps.find(({ creates }) => creates !== undefined);
  if (left !== undefined)
    throw new Failure(
      STATUS.unreadable,
      `it was made and does not show: ${left.what}`,
      'look at /sys/class/fc_host; facts of --host FILE know nothing of it',
    );
  return again;
}

export function sayLine(line: string): void {
  writeLog(`domxml2qemu: ${visible(line)}\n`);
}

/** A start that failed ends the command with a line for the user, a signal with its status. */
export async function ended<T>(work: () => Promise<T>): Promise<T> {
  mindTerminal();
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof Interrupted)
      throw new Failure(statusOf({ code: null, signal: problem.signal }), problem.message);
    if (problem instanceof LaunchFailure)
      throw new Failure(STATUS.refused, visible(problem.message), problem.help && visible(problem.help));
    throw problem;
  }
}

/** A QEMU that ends at once, or names an argument, gets a report with the place in the XML, any other its own words; one that crashed is said so. */
async function sayEnd(
  ending: Ending,
  stream: QemuStream,
  guest: Startable,
  source: Source,
  { color = 'auto' }: StartOptions,
): Promise<void> {
  const failed = ending.code !== 0 && ending.signal === null;
  const refusal = failed ? refusalOf(stream.all(), guest.options, guest.explanation) : undefined;
  if (refusal === undefined) stream.flush();
  if (ending.signal !== null && !endsPrograms(ending.signal))
    sayLine(`QEMU ended with ${endingText(ending)}`);
  if (refusal === undefined) return;
  if (!stream.drop() && refusal.at === undefined) return;
  writeLog(report([refusal], { file: nameOf(source.file), text: source.text }, await paintFor(color)));
}
