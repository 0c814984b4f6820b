import { testContext } from './context-shape';
import { callInvalid } from './diagnostics/catalog';
import type { Diagnostic, Report } from './diagnostics/diagnostic';
import { flag, isObject, object, optional, table, text, word, type Guard } from './host/shape';
import { checkSnapshot } from './host/snapshot';
import { ARCHITECTURES } from './model/arch';
import type { ProfileName, StorageForm } from './model/profile';
import type { QemuConf } from './model/qemu-conf';
import type { CallOptions } from './prepare';
import { qemuArch } from './qemu/architectures';

/**
 * What is wrong with the arguments of a call that its types would have refused: many programs have none. An option that
 * was taken for another would change the guest in silence.
 */
export function wrongCall(xml: unknown, options: unknown): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void problems.push(diagnostic);
  isText(xml, 'xml', "the text of a domain XML: readFileSync('guest.xml', 'utf8')", report);
  if (shape(options, 'options', (path, problem) => report(callInvalid(path, problem)))) {
    const { host } = options;
    // Facts of a host are large, and the same for many guests.
    if (host !== undefined && !good.has(host) && checkSnapshot(host, 'options.host', report)) good.add(host);
  }
  return problems;
}

const good = new WeakSet();

/** Whether `value`, an argument called `name`, is a text; what is to be passed is reported where it is none. */
export function isText(value: unknown, name: string, wanted: string, report: Report): value is string {
  if (typeof value === 'string') return true;
  const what = value instanceof Uint8Array ? 'bytes' : 'no text';
  report(callInvalid(name, `is ${what}, not a string`, `pass ${wanted}`));
  return false;
}

const architecture: Guard<string> = (value, path, fault): value is string => {
  const known = typeof value === 'string' && ARCHITECTURES.includes(qemuArch(value));
  if (!known) fault(path, 'is no architecture of QEMU, such as x86_64, aarch64 or s390x');
  return known;
};

/** Facts have versions: what reads snapshots says more of them. */
const toBeChecked: Guard<CallOptions['host']> = (_value): _value is CallOptions['host'] => true;

/** What parseQemuConf gives has every setting. */
const settings: Guard<QemuConf> = (value, path, fault): value is QemuConf => {
  const known = isObject(value) && 'dump_guest_core' in value;
  if (!known) fault(path, 'is not what parseQemuConf makes of a qemu.conf');
  return known;
};

const shape = object<CallOptions>({
  program: optional(text),
  scsiPassthrough: optional(word<'auto' | 'block' | 'generic'>({ auto: true, block: true, generic: true })),
  virtioLun: optional(word<'scsi'>({ scsi: true })),
  accel: optional(word<'kvm' | 'tcg'>({ kvm: true, tcg: true })),
  secret: optional(table(text)),
  network: optional(table(text)),
  qmp: optional(text),
  monitor: optional(word<'stdio'>({ stdio: true })),
  paused: optional(flag),
  context: optional(testContext),
  profile: optional(word<ProfileName>({ standalone: true, libvirt: true })),
  storage: optional(word<StorageForm>({ drive: true, blockdev: true })),
  qemuVersion: optional(text),
  arch: optional(architecture),
  host: toBeChecked,
  qemuConf: optional(settings),
  strict: optional(flag),
  select: optional(text),
});
