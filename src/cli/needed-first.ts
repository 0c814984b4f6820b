import { visible } from '../diagnostics/report';
import { PROFILES } from '../model/profile';
import type { ConvertCommandOptions } from './convert-options';
import { nameOf } from './input';
import type { Selected } from './selection';

/**
 * A command line says nothing of what has to run, or to be there, before QEMU does: who pastes it is told. Empty where
 * there is nothing, where the form holds it, and where libvirt's own way was asked for, which sees to it by itself.
 */
export function neededFirst(
  file: string,
  { plan, piece }: Selected,
  { output = 'pretty', outDir, profile = 'standalone' }: ConvertCommandOptions,
): string {
  if (plan === undefined || piece === true || outDir !== undefined) return '';
  if (!PROFILES[profile].checksHost || !COMMANDS.has(output)) return '';
  const programs = new Set(plan.companions.map(({ name }) => name));
  const steps = plan.hostSteps.length;
  const first = [...programs, ...(steps === 0 ? [] : [`${steps} host ${steps === 1 ? 'step' : 'steps'}`])];
  if (first.length === 0) return '';
  return `${visible(nameOf(file))}: needed before QEMU starts: ${first.join(', ')}
  help: 'domxml2qemu run' sees to it, '--output script' writes it
`;
}

/** Forms that hold QEMU's command and no more. */
const COMMANDS: ReadonlySet<string> = new Set(['pretty', 'oneline', 'nul']);
