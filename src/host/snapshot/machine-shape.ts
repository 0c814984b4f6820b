import type { ClockFacts, CpuFacts, HostFacts, HostModel, HugePages, NumaFacts, SevFacts } from '../facts';
import { absolutePath, count, flag, integer, list, object, optional, text, word } from '../shape';

export const cpu = object<CpuFacts>({
  arch: optional(text),
  vendor: optional(text),
  model: text,
  sockets: optional(count),
  cores: optional(count),
  threads: optional(count),
  features: optional(list(text)),
});

export const hostModel = object<HostModel>({
  qemu: text,
  type: word({ kvm: true, qemu: true }),
  model: text,
  require: list(text),
  disable: list(text),
});

export const numa = object<NumaFacts>({
  cells: list(
    object<NumaFacts['cells'][number]>({ id: count, memory: optional(count), cpus: optional(text) }),
  ),
  advisedNodeset: optional(text),
});

export const hugePages = object<HugePages>({ size: count, mount: absolutePath, default: optional(flag) });

export const sev = object<SevFacts>({ cbitpos: count, reducedPhysBits: count });

export const clock = object<ClockFacts>({ now: optional(integer), utcOffset: optional(integer) });

export const tpm = object<NonNullable<HostFacts['tpm']>>({
  socket: optional(absolutePath),
  cancelPath: optional(absolutePath),
});
