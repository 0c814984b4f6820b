import { diskSourceTwice, lunSharedUnreserved } from '../../diagnostics/catalog';
import type { HostFacts } from '../../host/facts';
import { hostDeviceName } from '../../resolver/hostdev/identity';
import type { Check, CheckInput } from '../check';
import { connectedBy, type Connected } from '../connected';
import { deviceName, fileOf, identityOf, openedBy, type Opened } from '../opened';
import { passedLuns } from './passed';

export const sharedSources: Check = (input) => {
  twice(input);
  connectedTwice(input);
  const { plan, context } = input;
  const told = new Set<string>();
  for (const { device, path } of passedLuns(plan)) {
    // The LUNs of a whole target have one element.
    if (told.has(device.at.path)) continue;
    if (!device.shareable || device.readonly || path === undefined) continue;
    const reserved = device.kind === 'disk' && device.source?.reservations !== undefined;
    // With the capability, the kernel lets the guest's own commands through.
    if (reserved || device.rawio === true) continue;
    told.add(device.at.path);
    context.report(lunSharedUnreserved(device.at.of('shareable'), path, device.kind === 'disk'));
  }
};

/** One source under two devices, or one LUN by two paths: QEMU takes a lock for each writer that shares with nobody (QEMU block/file-posix.c). */
function twice({ plan, context }: CheckInput): void {
  const firsts = new Map<string, Opened>();
  const told = new Set<string>();
  for (const opened of openedBy(plan)) {
    const key = identityOf(context.host, opened.path);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, opened);
    else if (conflicts(first, opened) && !told.has(opened.device.at.path)) {
      const { device } = opened;
      const same = fileOf(context.host, opened.path) === fileOf(context.host, first.path);
      if (same && areHostdevs(first, opened)) continue;
      // The LUNs of a whole target have one element.
      told.add(device.at.path);
      const at = device.kind === 'disk' ? (device.source?.at ?? device.at) : device.at.of('source');
      // An sg node is another file than its sibling, and has no lock.
      const bySg = [opened, first].some(({ path }) => /^\/dev\/sg\d/.test(path));
      const locked = context.qemu.has('disk-share-rw') && same && !bySg;
      context.report(diskSourceTwice(at, opened.path, deviceName(first.device), first.device.at, locked));
    }
  }
}

/** No lock of this host keeps the second one out: it is the server that sees both. */
function connectedTwice({ guest, context }: CheckInput): void {
  const firsts = new Map<string, Connected>();
  for (const one of connectedBy(guest)) {
    const first = firsts.get(one.what);
    if (first === undefined) firsts.set(one.what, one);
    else if (conflicts(first, one) && !isTold(first, one, context.host))
      context.report(
        diskSourceTwice(one.source.at, one.what, deviceName(first.device), first.device.at, false),
      );
  }
}

/** Readers go together, and so do those that share. */
function conflicts(a: Use, b: Use): boolean {
  return !(a.reads && b.reads) && !(a.shared && b.shared);
}

type Use = Pick<Opened, 'shared' | 'reads'>;

/** The conversion has said so already. */
function areHostdevs({ device: a }: Opened, { device: b }: Opened): boolean {
  return a.kind === 'hostdev' && b.kind === 'hostdev';
}

/** The same of two that are passed through from one portal. */
function isTold({ device: a }: Connected, { device: b }: Connected, host: HostFacts): boolean {
  if (a.kind !== 'hostdev' || b.kind !== 'hostdev') return false;
  return hostDeviceName(a.source, host) === hostDeviceName(b.source, host);
}
