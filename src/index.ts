export { check, convert, explain, normalize, parseQemuConf, readSnapshot } from './library';
export type { CheckResult, NotChecked } from './check';
export { Together, type Claim, type GuestClaims } from './checks/together';
export type { Conversion } from './convert';
export type { CallOptions as ConvertOptions } from './prepare';
export type { ExplainedConversion } from './explain';
export type {
  Explanation,
  ExplainedArgument,
  ExplainedProperty,
  Group,
  Origin,
} from './explainer/explanation';
export type { Normalization } from './normalize';
export type { Diagnostic, Note, Report, Severity } from './diagnostics/diagnostic';
export type { HostFacts } from './host/facts';
export type { Domain } from './model/domain';
export type { Device } from './model/device';
export type { LaunchPlan } from './model/plan';
export type { Subject } from './model/plan/part';
export type { Companion, Decision, HostStep, Resource } from './model/decision';
export type { Place } from './model/place';
export type { ProfileName, StorageForm } from './model/profile';
export type { QemuConf } from './model/qemu-conf';
export type { ResolveOptions, TestContext } from './resolver/options';
