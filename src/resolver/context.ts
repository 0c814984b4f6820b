import type { Report } from '../diagnostics/diagnostic';
import type { HostFacts } from '../host/facts';
import type { Companion, Decision, HostStep, Resource } from '../model/decision';
import type { QemuConf } from '../model/qemu-conf';
import type { Profile } from '../model/profile';
import type { Qemu } from '../qemu/qemu';
import type { ResolveOptions } from './options';

/** What the passes know besides the guest, and where they put what they have to say. */
export interface Context {
  readonly profile: Profile;
  readonly qemu: Qemu;
  readonly host: HostFacts;
  readonly options: ResolveOptions;
  /** libvirt's qemu.conf: `--qemu-conf`, else its defaults. */
  readonly conf: QemuConf;
  readonly report: Report;
  readonly decide: (decision: Omit<Decision, 'caveats'> & { readonly caveats?: readonly string[] }) => void;
  readonly companion: (companion: Companion) => void;
  readonly resource: (resource: Resource) => void;
  readonly hostStep: (step: HostStep) => void;
}

/** What the passes leave beside the plan. */
export interface Findings {
  readonly decisions: Decision[];
  readonly companions: Companion[];
  readonly resources: Resource[];
  readonly hostSteps: HostStep[];
}
