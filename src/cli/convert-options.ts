import type { ColorChoice } from './color';
import type { OutputForm } from './command-form';
import type { ConversionValues } from './conversion-values';
import type { SelectionValues } from './selection';

/** What `convert` is told, as commander has checked it. */
export interface ConvertCommandOptions extends ConversionValues, SelectionValues {
  readonly output?: OutputForm;
  readonly color?: ColorChoice;
  /** The folder that each guest gets a file in; else all goes to standard output. */
  readonly outDir?: string;
  readonly jobs?: string;
  readonly filesFrom?: string;
}
