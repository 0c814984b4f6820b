import { addTo, type Diagnostic } from './diagnostics/diagnostic';
import { qemuLacksDriver } from './diagnostics/catalog';
import { emit } from './emitter';
import type { Emitted } from './emitter/emitted';
import { lackingDrivers } from './emitter/lacking';
import type { Domain } from './model/domain';
import type { LaunchPlan } from './model/plan';
import { contextOf, type ConvertOptions } from './prepare';
import { decideTogether, planOf, type Undecided } from './resolver';
import type { Findings } from './resolver/context';
import { LEFT_TO_QEMU } from './resolver/requires';

/** What a conversion, a check and a filled-in XML start from. */
interface Start {
  readonly domain: Domain;
  /** What reading it said. */
  readonly diagnostics: readonly Diagnostic[];
  readonly options: ConvertOptions;
}

/** A guest on its way to its arguments. */
export interface Underway extends Undecided {
  readonly options: ConvertOptions;
  /** All that was said of it, in the order of discovery. */
  readonly diagnostics: Diagnostic[];
  readonly findings: Findings;
}

export interface Planned extends Underway {
  readonly plan: LaunchPlan;
}

export interface Converted extends Planned {
  /** Absent where something stands against it. */
  readonly emitted: readonly Emitted[] | undefined;
}

/** Before the first decision. */
export function begin({ domain, diagnostics: said, options }: Start): Underway {
  const diagnostics = [...said];
  const findings: Findings = { decisions: [], companions: [], resources: [], hostSteps: [] };
  const context = contextOf(options, (diagnostic) => addTo(diagnostics, diagnostic), findings, domain);
  return { options, diagnostics, findings, context, guest: domain };
}

/** After the last decision. */
export function planned(one: Underway): Planned {
  return { ...one, plan: planOf(one.guest, one.context, one.findings) };
}

export function converted(one: Planned): Converted {
  const emitted = refused(one) ? undefined : emit(one.plan);
  return { ...one, emitted: emitted && lacksDrivers(emitted, one) ? undefined : emitted };
}

/** All of it for one guest: what a check, a filled-in XML and a comparison rest on, too. */
export function convertOne(start: Start): Converted {
  const one = begin(start);
  decideTogether([one]);
  return converted(planned(one));
}

/** What rules about devices do not ask of a QEMU: some builds have few devices. Whether there was anything to tell. */
function lacksDrivers(emitted: readonly Emitted[], { guest, context }: Planned): boolean {
  const { qemu, profile, report } = context;
  if (qemu.lacksDriver === undefined) return false;
  const lacking = lackingDrivers(emitted, qemu, profile.checksForQemu ? [] : LEFT_TO_QEMU);
  for (const { option, name, subject } of lacking) {
    const device = typeof subject === 'string' ? undefined : subject.device;
    const own = device !== undefined && device.implicit !== true;
    report(qemuLacksDriver(device?.at ?? guest.at, option, name, own));
  }
  return lacking.length > 0;
}

function refused({ diagnostics, options }: Underway): boolean {
  return diagnostics.some(({ severity }) => refuses(severity, options));
}

/** Whether a diagnostic of this severity stands against any output. */
export function refuses(
  severity: Diagnostic['severity'],
  { strict = false }: Pick<ConvertOptions, 'strict'>,
): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}
