import type { Paint } from '../../diagnostics/paint';

/** The text that was converted. */
export interface XmlSource {
  /** As the user named it. */
  readonly file: string;
  readonly lines: readonly string[];
}

/** How an explanation is to look. */
export interface View {
  readonly source: XmlSource;
  /** Columns. */
  readonly width: number;
  readonly paint: Paint;
  /** Each property has a line of its own. */
  readonly properties: boolean;
}
