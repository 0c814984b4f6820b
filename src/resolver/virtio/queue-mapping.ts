import type { IothreadMapping } from '../../model/virtio';

interface MappingProblem {
  readonly problem: string;
  readonly help: string;
}

/** Each thread once, and each queue once or none of them named (libvirt qemuDomainValidateIothreadMapping). */
export function mappingProblem(
  iothreads: readonly IothreadMapping[],
  count: number | undefined,
): MappingProblem | undefined {
  const threads = iothreads.map(({ id }) => id);
  if (new Set(threads).size < threads.length)
    return { problem: 'an iothread is mapped more than once', help: 'list each iothread once' };
  const queues = iothreads.flatMap((mapped) => mapped.queues);
  if (queues.length === 0) return undefined;
  if (count === undefined)
    return { problem: 'queues are mapped, but not counted', help: "add queues='N' to <driver>" };
  const complete =
    iothreads.every((mapped) => mapped.queues.length > 0) &&
    queues.length === count &&
    new Set(queues).size === count &&
    queues.every((queue) => queue < count);
  return complete
    ? undefined
    : { problem: 'the mapping does not name each queue once', help: `map the queues 0 to ${count - 1}` };
}
