import type { FirmwareFacts } from '../../host/facts';
import type { Domain } from '../../model/domain';
import type { Qemu } from '../../qemu/qemu';
import { machineOf } from '../machine-type';

/** Aliases of machines -> the family whose newest member they stand for; descriptors name the members. */
const ALIASES: readonly (readonly [arch: RegExp, alias: string, family: string])[] = [
  [/^(x86_64|i[36]86)$/, 'pc', 'pc-i440fx'],
  [/^(x86_64|i[36]86)$/, 'q35', 'pc-q35'],
  [/^(aarch64|armv[67]l)$/, 'virt', 'virt'],
];

/** Architectures that QEMU's firmware.json names otherwise than libvirt. */
const ARCHITECTURES: Readonly<Record<string, string>> = { i686: 'i386', armv6l: 'arm', armv7l: 'arm' };

/** Whether a descriptor is for the guest's architecture and machine. */
export function isTarget({ targets }: FirmwareFacts, guest: Domain, qemu: Qemu): boolean {
  const arch = guest.os.arch ?? qemu.arch;
  const names = machineNames(machineOf(guest), arch, qemu);
  return targets.some(
    (target) =>
      (target.arch === arch || target.arch === ARCHITECTURES[arch]) &&
      target.machines.some((pattern) => names.some((name) => matches(pattern, name))),
  );
}

function machineNames(machine: string, arch: string, { version }: Qemu): readonly string[] {
  const family = ALIASES.find(([of, alias]) => of.test(arch) && alias === machine)?.[2];
  return family === undefined ? [machine] : [machine, `${family}-${version.major}.${version.minor}`];
}

/** A pattern of the shell with `*` and `?` only, as QEMU's firmware.json has them. */
function matches(pattern: string, name: string): boolean {
  const literal = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const source = literal(pattern).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}
