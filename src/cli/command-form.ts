import type { LaunchPlan } from '../model/plan';
import { launchJson } from '../renderer/json';
import { script } from '../renderer/script';
import { systemd } from '../renderer/systemd';
import { nul, oneline, pretty, type Command } from '../renderer/shell';
import { assertRunnable } from './runnable';
import type { Selected } from './selection';
import { Failure, STATUS } from './status';

export const OUTPUT_FORMS = ['pretty', 'oneline', 'json', 'nul', 'script', 'systemd'] as const;
export type OutputForm = (typeof OUTPUT_FORMS)[number];

/** The words of a conversion as a command, or as a piece of one; absent where the domain was refused. */
export function commandOf({ plan, options, piece }: Selected): Command | undefined {
  if (plan === undefined || options === undefined) return undefined;
  return piece === true
    ? { environment: [], options }
    : { environment: plan.environment, program: plan.program, options };
}

/** Nobody hands descriptors to a script, and a piece of a command starts nothing. */
function runnable(plan: LaunchPlan, { program, options }: Command, form: 'script' | 'systemd'): string {
  if (program === undefined)
    throw new Failure(STATUS.usage, `--output ${form} starts the whole guest`, 'leave --only out');
  assertRunnable(plan, `--output ${form}`);
  if (form === 'script') return script(plan, options);
  // Units start a guest by themselves: what has to be converted again is none for them.
  const port = plan.hostSteps.find(({ creates }) => creates !== undefined);
  if (port === undefined) return systemd(plan, options, process.cwd());
  throw new Failure(STATUS.refused, port.what, "make it first, as 'run --dry-run' shows");
}

/** A conversion as text in that form; absent where the domain was refused. */
export function written(conversion: Selected, form: OutputForm): string | undefined {
  const { plan, argv, sections, diagnostics } = conversion;
  const command = commandOf(conversion);
  if (plan === undefined || argv === undefined || command === undefined) return undefined;
  switch (form) {
    case 'oneline':
      return oneline(command);
    case 'script':
    case 'systemd':
      return runnable(plan, command, form);
    case 'nul':
      return nul(command);
    case 'json':
      return `${JSON.stringify(launchJson(argv, plan, diagnostics, sections), null, 2)}\n`;
    default:
      return pretty(command);
  }
}
