import { launchJson } from '../renderer/json';
import { preview } from '../renderer/preview';
import { paintFor, type ColorChoice } from './color';
import { commandOf } from './command-form';
import { say } from './say';
import type { ConversionValues } from './conversion-values';
import { selected, type SelectionValues } from './selection';
import { Failure, STATUS } from './status';
import { writeOut } from './streams';
import { terminalWidth } from './terminal';

export interface RunOptions extends ConversionValues, SelectionValues {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly createVports?: boolean;
  readonly output?: 'text' | 'json';
  readonly color?: ColorChoice;
}

/** `run`: starts the guest, and stays until it ends; its status is QEMU's. `--dry-run` shows all of it and starts nothing. */
export async function runCommand(file: string, options: RunOptions): Promise<number> {
  if (options.dryRun === true) return dryRun(file, options);
  if (options.only !== undefined || options.without !== undefined)
    throw new Failure(
      STATUS.usage,
      'run starts the whole guest',
      'leave --only and --without out, or add --dry-run',
    );
  if (options.output === 'json')
    throw new Failure(STATUS.usage, '--output is the form of a preview', 'add --dry-run, or leave it out');
  if (options.redact === true)
    throw new Failure(STATUS.usage, '--redact shows a guest that is not there to start', 'add --dry-run');
  return (await import('./start')).startCommand(file, options);
}

/** As a start would see it: converted for the QEMU that is here, and checked with this host. */
async function dryRun(file: string, options: RunOptions): Promise<number> {
  const { assertItsVersion, checked, textOf } = await import('./startable');
  const text = await textOf(file, options);
  if (text === undefined) return STATUS.refused;
  const whole = await checked(text, options);
  const conversion = selected(whole, options);
  const { plan, argv, sections } = conversion;
  await say(whole.diagnostics, file, whole.text, options, 'it would not start');
  const command = commandOf(conversion);
  if (plan === undefined || argv === undefined || command === undefined) return STATUS.refused;
  // Facts of a file are of another host, where that QEMU is.
  if (options.host === undefined && options.force !== true) await assertItsVersion(plan, options);
  writeOut(
    options.output === 'json'
      ? `${JSON.stringify(launchJson(argv, plan, whole.diagnostics, sections), null, 2)}\n`
      : preview(plan, command, whole.diagnostics, {
          width: terminalWidth(),
          paint: await paintFor(options.color ?? 'auto', process.env, 1),
        }),
  );
  return STATUS.done;
}
