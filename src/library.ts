import { wrongCall } from './call-shape';
import { check as checkGuest, type CheckResult } from './check';
import { convert as convertGuest, type Conversion, type ConvertOptions, type WithArguments } from './convert';
import { explain as explainGuest, type ExplainedConversion } from './explain';
import { normalize as normalizeGuest, type Normalization } from './normalize';

/**
 * Domain XML -> QEMU command line. Never throws for bad input: see `diagnostics`, also of an option that is none or has a
 * value that it cannot have (`call-invalid`).
 */
export function convert(xml: string, options: ConvertOptions = {}): Conversion {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong } : plain(convertGuest(xml, options));
}

/**
 * Domain XML -> what `convert` makes of it, and where each argument comes from: the XML behind it, the reason where there was
 * a choice, and what would make it different. Never throws for bad input, as `convert`.
 */
export function explain(xml: string, options: ConvertOptions = {}): ExplainedConversion {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong } : plain(explainGuest(xml, options));
}

function plain<T extends WithArguments>({ emitted: _arguments, qemu: _qemu, ...conversion }: T) {
  return conversion;
}

/**
 * Domain XML -> all there is to say about it for the same options as `convert`: what stands against a command line, and
 * what stands against a good evening. Never throws for bad input, as `convert`.
 */
export function check(xml: string, options: ConvertOptions = {}): CheckResult {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong, notChecked: [] } : checkGuest(xml, options);
}

/**
 * Domain XML -> the same with all defaults, controllers and addresses, for the same options as `convert`, which makes
 * the same of both. Never throws for bad input, as `convert`.
 */
export function normalize(xml: string, options: ConvertOptions = {}): Normalization {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong } : normalizeGuest(xml, options);
}
