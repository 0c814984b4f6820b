import type { HostFacts } from '../host/facts';
import type { Check, CheckInput, NotChecked } from './check';
import { diskSerial } from './scsi/serial';
import { hostDevices } from './scsi/host-devices';

/** Each looks at the whole guest; their order is that of the report. */
const CHECKS: readonly Check[] = [diskSerial, hostDevices];

/** Runs every check; gives what they had to leave out, each once. */
export function checkGuest(input: Omit<CheckInput, 'skip'>): readonly NotChecked[] {
  const left = new Map<string, NotChecked>();
  const skip: CheckInput['skip'] = (what, reason = whyUnknown(input.context.host)) =>
    void left.set(`${what}: ${reason}`, { what, reason });
  for (const check of CHECKS) check({ ...input, skip });
  return [...left.values()];
}

function whyUnknown(host: HostFacts): string {
  const read = Object.keys(host).some((name) => name !== 'schema');
  return read ? 'the facts of the host do not say' : 'the host was not read';
}
