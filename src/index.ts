export { convert, type Conversion, type ConvertOptions } from './convert';
export { normalize, type Normalization } from './normalize';
export type { Diagnostic, Note, Severity } from './diagnostics/diagnostic';
export type { HostFacts } from './host/facts';
export type { Domain } from './model/domain';
export type { Device } from './model/device';
export type { LaunchPlan } from './model/plan';
export type { Companion, Decision, HostStep, Resource } from './model/decision';
export type { Place } from './model/place';
