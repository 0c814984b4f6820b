/** Something that one side has otherwise than the other. */
export interface Difference {
  /** Whose it is: `disk sda`. */
  readonly title: string;
  readonly key: string;
  /** Of the XML on either side. */
  readonly fromLine?: number | undefined;
  readonly toLine?: number | undefined;
  readonly change: 'changed' | 'added' | 'removed';
  /** Absent: the whole device or part came or went. */
  readonly option?: string | undefined;
  /** Absent: the whole option came or went. */
  readonly property?: string | undefined;
  /** Values as they may be shown; of what came or went whole, its options. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Whether the guest notices. */
  readonly guest: boolean;
  readonly note?: string | undefined;
}
