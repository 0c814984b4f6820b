import { isText, wrongCall } from './call-shape';
import { check as checkGuest, type CheckResult } from './check';
import { convert as convertGuest, type Conversion, type WithArguments } from './convert';
import type { Report } from './diagnostics/diagnostic';
import { explain as explainGuest, type ExplainedConversion } from './explain';
import type { HostFacts } from './host/facts';
import { parseQemuConf as parseSettings } from './host/qemu-conf';
import { readSnapshot as readFacts } from './host/snapshot';
import { QEMU_CONF_DEFAULTS, type QemuConf } from './model/qemu-conf';
import { normalize as normalizeGuest, type Normalization } from './normalize';
import type { CallOptions } from './prepare';

/**
 * Domain XML -> QEMU command line. Never throws for bad input: see `diagnostics`, also of an option that is none or has a
 * value that it cannot have (`call-invalid`).
 */
export function convert(xml: string, options: CallOptions = {}): Conversion {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong } : plain(convertGuest(xml, options));
}

/**
 * Domain XML -> what `convert` makes of it, and where each argument comes from: the XML behind it, the reason where there was
 * a choice, and what would make it different. Never throws for bad input, as `convert`.
 */
export function explain(xml: string, options: CallOptions = {}): ExplainedConversion {
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
export function check(xml: string, options: CallOptions = {}): CheckResult {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong, notChecked: [] } : checkGuest(xml, options);
}

/**
 * Domain XML -> the same with all defaults, controllers and addresses, for the same options as `convert`, which makes
 * the same of both. Never throws for bad input, as `convert`.
 */
export function normalize(xml: string, options: CallOptions = {}): Normalization {
  const wrong = wrongCall(xml, options);
  return wrong.length > 0 ? { diagnostics: wrong } : normalizeGuest(xml, options);
}

/**
 * The text of a snapshot (`domxml2qemu host --output json`) -> the option `host`. Undefined where it is none: what is wrong goes
 * to `report`, if there is one, and names the snapshot as `file`. Never throws for bad input.
 */
export function readSnapshot(text: string, report?: Report, file = 'host.json'): HostFacts | undefined {
  const say = sayTo(report);
  return isText(text, 'text', "the text of a snapshot: readFileSync('host.json', 'utf8')", say)
    ? readFacts(text, file, say)
    : undefined;
}

/**
 * The text of libvirt's qemu.conf -> the option `qemuConf`, with libvirt's defaults for what it does not set. What is wrong goes to
 * `report`, if there is one, and names the text as `file`. Never throws for bad input.
 */
export function parseQemuConf(text: string, report?: Report, file = 'qemu.conf'): QemuConf {
  const say = sayTo(report);
  return isText(text, 'text', "the text of a qemu.conf: readFileSync('/etc/libvirt/qemu.conf', 'utf8')", say)
    ? parseSettings(text, file, say)
    : QEMU_CONF_DEFAULTS;
}

/** Programs without types pass anything. */
function sayTo(report: unknown): Report {
  return typeof report === 'function' ? (report as Report) : () => undefined;
}
