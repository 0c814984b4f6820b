import type { HugePagePool, KvmFacts, MemoryFacts, MemoryLockFacts } from '../facts';
import { count, flag, list, object, optional, text, word } from '../shape';

export const memory = object<MemoryFacts>({ total: count, available: optional(count) });

export const memoryLock = object<MemoryLockFacts>({
  limit: optional(count),
  hard: optional(count),
  exempt: flag,
});

export const hugePagePool = object<HugePagePool>({
  size: count,
  total: count,
  free: count,
  nodes: optional(
    list(object<NonNullable<HugePagePool['nodes']>[number]>({ node: count, total: count, free: count })),
  ),
});

export const kvmState = object<KvmFacts>({
  access: word<KvmFacts['access']>({ usable: true, denied: true, absent: true }),
  extension: optional(word<NonNullable<KvmFacts['extension']>>({ vmx: true, svm: true })),
  inGuest: optional(flag),
  nested: optional(flag),
  rivals: optional(list(text)),
});
