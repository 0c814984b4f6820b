import type { Properties } from '../../emitter/args';
import { objects, textOf, type Json } from '../../qemu/probe/qmp';
import type { Asked, Expectation } from './expectation';

/** -cpu: its model, and what switches came to: QEMU leaves out what the host or the emulation cannot. */
export function cpuExpectations(model: string, features: Properties): Expectation[] {
  const switches = Object.entries(features).flatMap(([what, planned]) =>
    typeof planned !== 'boolean' && planned !== 'on' && planned !== 'off'
      ? []
      : [{ subject: 'cpu', what, planned, ask: (qemu: Asked) => cpuProperty(qemu, what) }],
  );
  return [
    { subject: 'cpu', what: 'model', planned: model, ask: (qemu) => cpuModel(qemu, model) },
    ...switches,
  ];
}

/**
 * The type of the first processor is that of its model: `qemu64-x86_64-cpu`. A model may have several names; one that QEMU
 * keeps out of its list (`max` on POWER) stands for a model that it does not tell.
 */
async function cpuModel(qemu: Asked, planned: string): Promise<Json | undefined> {
  const type = textOf(await cpuProperty(qemu, 'type'));
  if (type === undefined) return undefined;
  const models = objects(await qemu.query('query-cpu-definitions'));
  const names = models
    .filter(
      ({ typename, 'alias-of': alias }) => typename === type || type.startsWith(`${textOf(alias) ?? type}-`),
    )
    .flatMap(({ name }) => textOf(name) ?? []);
  const own = type.replace(/-[^-]+-cpu$/, '');
  const isPlanned = (name: string) => name.toLowerCase() === planned.toLowerCase();
  if ([...names, own].some(isPlanned)) return planned;
  const listed = models.length === 0 || models.some(({ name }) => isPlanned(textOf(name) ?? ''));
  return listed ? (names[0] ?? own) : undefined;
}

async function cpuProperty(qemu: Asked, name: string): Promise<Json | undefined> {
  const path = objects(await qemu.query('query-cpus-fast'))[0]?.['qom-path'];
  return typeof path === 'string' ? qemu.property(path, name) : undefined;
}
