import type {
  ClockFacts,
  CpuFacts,
  HostFacts,
  HugePages,
  NumaFacts,
  ReportedCpu,
  ReportedCpus,
  SevFacts,
} from '../facts';
import { absolutePath, count, flag, integer, list, object, optional, table, text } from '../shape';

export const cpu = object<CpuFacts>({
  arch: optional(text),
  vendor: optional(text),
  model: text,
  sockets: optional(count),
  cores: optional(count),
  threads: optional(count),
  features: optional(list(text)),
});

const reportedCpu = object<ReportedCpu>({
  model: optional(text),
  vendor: optional(text),
  signature: optional(
    object<NonNullable<ReportedCpu['signature']>>({ family: count, model: count, stepping: count }),
  ),
  features: list(text),
  absent: optional(list(text)),
  models: optional(table(list(text))),
});

export const reportedCpus = object<ReportedCpus>({
  kvm: optional(reportedCpu),
  tcg: optional(reportedCpu),
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
