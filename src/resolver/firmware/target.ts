import type { FirmwareFacts } from '../../host/facts';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { machineOf } from '../machine/type';

/** Architectures that QEMU's firmware.json names otherwise than libvirt. */
const ARCHITECTURES: Readonly<Record<string, string>> = { i686: 'i386', armv6l: 'arm', armv7l: 'arm' };

/** Whether a descriptor is for the guest's architecture and machine; descriptors name no aliases. */
export function isTarget({ targets }: FirmwareFacts, guest: Domain, context: Pick<Context, 'qemu'>): boolean {
  const arch = guest.os.arch ?? context.qemu.arch;
  const machine = machineOf(guest, context);
  const names = [machine, context.qemu.machine(machine)?.name ?? machine];
  return targets.some(
    (target) =>
      (target.arch === arch || target.arch === ARCHITECTURES[arch]) &&
      target.machines.some((pattern) => names.some((name) => matches(pattern, name))),
  );
}

/** A pattern of the shell with `*` and `?` only, as QEMU's firmware.json has them. */
function matches(pattern: string, name: string): boolean {
  const literal = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const source = literal(pattern).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}
