import { launchJson } from '../renderer/json';
import { preview } from '../renderer/preview';
import type { ColorChoice } from './color';
import { commandOf, convertFile, say } from './convert';
import type { ConversionValues } from './conversion-options';
import { selected, type SelectionValues } from './selection';
import { Failure, STATUS } from './status';
import { writeOut } from './streams';

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
  return (await import('./start')).startCommand(file, options);
}

async function dryRun(file: string, options: RunOptions): Promise<number> {
  const { text, ...whole } = await convertFile(file, options);
  const conversion = selected(whole, options);
  const { plan, argv, sections, diagnostics } = conversion;
  await say(diagnostics, file, text, options.color ?? 'auto');
  const command = commandOf(conversion);
  if (plan === undefined || argv === undefined || command === undefined) return STATUS.refused;
  writeOut(
    options.output === 'json'
      ? `${JSON.stringify(launchJson(argv, plan, diagnostics, sections), null, 2)}\n`
      : preview(plan, command, diagnostics),
  );
  return STATUS.done;
}
