import type { Place } from './place';

export const FEATURE_POLICIES = ['force', 'require', 'optional', 'disable', 'forbid'] as const;

export interface CpuFeature {
  readonly at: Place;
  readonly name: string;
  readonly policy: (typeof FEATURE_POLICIES)[number];
}

export interface CpuTopology {
  readonly at: Place;
  readonly sockets: number;
  readonly dies: number;
  readonly clusters: number;
  readonly cores: number;
  readonly threads: number;
}

/** `<cpu>`. */
export interface Cpu {
  readonly at: Place;
  readonly mode?: 'custom' | 'host-model' | 'host-passthrough' | 'maximum' | undefined;
  readonly match?: 'minimum' | 'exact' | 'strict' | undefined;
  readonly check?: 'none' | 'partial' | 'full' | undefined;
  readonly migratable?: boolean | undefined;
  /** s390x. */
  readonly deprecatedFeatures?: boolean | undefined;
  readonly model?: string | undefined;
  readonly fallback?: 'allow' | 'forbid' | undefined;
  readonly vendorId?: string | undefined;
  readonly vendor?: string | undefined;
  readonly topology?: CpuTopology | undefined;
  readonly features: readonly CpuFeature[];
  readonly cache?:
    | {
        readonly at: Place;
        readonly mode: 'emulate' | 'passthrough' | 'disable';
        readonly level?: number | undefined;
      }
    | undefined;
  readonly maxphysaddr?:
    | {
        readonly at: Place;
        readonly mode: 'emulate' | 'passthrough';
        readonly bits?: number | undefined;
        readonly limit?: number | undefined;
      }
    | undefined;
}
