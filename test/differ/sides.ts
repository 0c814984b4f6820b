import type { ConvertOptions } from '../../src/convert';
import { read } from '../../src/convert';
import { guestSide } from '../../src/differ/guest-side';
import type { Side } from '../../src/differ';
import { explainDomain } from '../../src/explain';
import { contextOf } from '../../src/prepare';

export interface Converted {
  readonly side: Side;
  readonly argv: readonly string[];
}

/** Undefined where the guest is refused. */
export function converted(xml: string, options: ConvertOptions): Converted | undefined {
  const reading = read(xml, options);
  const { explanation, emitted, argv } = explainDomain(reading, options);
  if (explanation === undefined || emitted === undefined || argv === undefined) return undefined;
  const findings = { decisions: [], companions: [], resources: [], hostSteps: [] };
  const { qemu } = contextOf(options, () => {}, findings, reading.domain!);
  return { side: guestSide(explanation, emitted, qemu), argv };
}
