import { launchJson } from '../renderer/json';
import { preview } from '../renderer/preview';
import type { ColorChoice } from './color';
import { convertFile, say } from './convert';
import type { ConversionValues } from './conversion-options';
import { STATUS } from './status';
import { writeOut } from './streams';

export interface RunOptions extends ConversionValues {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly createVports?: boolean;
  readonly output?: 'text' | 'json';
  readonly color?: ColorChoice;
}

/** `run`: starts the guest, and stays until it ends; its status is QEMU's. `--dry-run` shows all of it and starts nothing. */
export async function runCommand(file: string, options: RunOptions): Promise<number> {
  if (options.dryRun === true) return dryRun(file, options);
  return (await import('./start')).startCommand(file, options);
}

async function dryRun(file: string, options: RunOptions): Promise<number> {
  const { plan, argv, options: words, diagnostics, text } = await convertFile(file, options);
  await say(diagnostics, file, text, options.color ?? 'auto');
  if (plan === undefined || argv === undefined || words === undefined) return STATUS.refused;
  writeOut(
    options.output === 'json'
      ? `${JSON.stringify(launchJson(argv, plan, diagnostics), null, 2)}\n`
      : preview(plan, words, diagnostics),
  );
  return STATUS.done;
}
