import type { ProfileName } from '../model/profile';

/** The values as commander or a line of batch gives them, all checked against the table of conversion-options.ts. */
export interface ConversionValues {
  readonly profile?: ProfileName;
  readonly qemuVersion?: string;
  readonly qemu?: string;
  readonly arch?: string;
  readonly accel?: 'kvm' | 'tcg';
  readonly storage?: 'drive' | 'blockdev';
  readonly scsiPassthrough?: 'auto' | 'block' | 'generic';
  readonly virtioLun?: 'scsi';
  readonly host?: string;
  readonly qemuConf?: string;
  readonly secret?: Readonly<Record<string, string>>;
  readonly network?: Readonly<Record<string, string>>;
  readonly qmp?: string;
  readonly monitor?: 'stdio';
  readonly paused?: boolean;
  readonly select?: string;
  /** Of what is written: the guest that is converted is the one that is shown. */
  readonly redact?: boolean;
  readonly strict?: boolean;
}
