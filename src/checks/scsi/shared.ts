import { diskSourceTwice, lunSharedUnreserved } from '../../diagnostics/catalog';
import type { HostFacts } from '../../host/facts';
import { hostDeviceName } from '../../resolver/hostdev/identity';
import type { Check, CheckInput } from '../check';
import { connectedBy, type Connected } from '../connected';
import { deviceName, fileOf, identityOf, lockedApart, openedBy, sourceAt, type Opened } from '../opened';
import { goTogether, type SourceUse } from '../source-use';
import { passedLuns, reserves } from './passed';

export const sharedSources: Check = (input) => {
  openedTwice(input);
  connectedTwice(input);
  sharedUnreserved(input);
};

/** One source under two devices, or one LUN by two paths: QEMU takes a lock for each writer that shares with nobody (QEMU block/file-posix.c). */
function openedTwice({ plan, context }: CheckInput): void {
  const { host, qemu, report } = context;
  const told = new Set<string>();
  const isSame = (a: Opened, b: Opened) => fileOf(host, a.path) === fileOf(host, b.path);
  const isTold = (a: Opened, b: Opened) => areHostdevs(a, b) && isSame(a, b);
  for (const [first, second] of conflicts(
    openedBy(plan, qemu),
    ({ path }) => identityOf(host, path),
    isTold,
  )) {
    const { device, path } = second;
    // The LUNs of a whole target have one element.
    if (told.has(device.at.path)) continue;
    told.add(device.at.path);
    const locked = isSame(first, second) && lockedApart(first.path, path, qemu);
    report(diskSourceTwice(sourceAt(second), path, deviceName(first.device), first.device.at, locked));
  }
}

/** No lock of this host keeps the second one out: it is the server that sees both. */
function connectedTwice({ guest, context: { host, report } }: CheckInput): void {
  for (const [first, second] of conflicts(
    connectedBy(guest),
    ({ what }) => what,
    (a, b) => isTold(a, b, host),
  ))
    report(diskSourceTwice(second.source.at, second.what, deviceName(first.device), first.device.at, false));
}

/** Each use that does not go with one of the same source before it, and the first of these; of those that are told nothing. */
function conflicts<T extends SourceUse>(
  uses: readonly T[],
  sourceOf: (use: T) => string,
  isToldElsewhere: (first: T, second: T) => boolean,
): (readonly [first: T, second: T])[] {
  const earlier = new Map<string, readonly T[]>();
  return uses.flatMap((use) => {
    const source = sourceOf(use);
    const before = earlier.get(source) ?? [];
    earlier.set(source, [...before, use]);
    const first = before.find((other) => !goTogether(other, use) && !isToldElsewhere(other, use));
    return first === undefined ? [] : [[first, use] as const];
  });
}

/** The conversion has said so already. */
function areHostdevs({ device: a }: Opened, { device: b }: Opened): boolean {
  return a.kind === 'hostdev' && b.kind === 'hostdev';
}

/** The same of two that are passed through from one portal. */
function isTold({ device: a }: Connected, { device: b }: Connected, host: HostFacts): boolean {
  if (a.kind !== 'hostdev' || b.kind !== 'hostdev') return false;
  return hostDeviceName(a.source, host) === hostDeviceName(b.source, host);
}

/** Two guests write to one LUN, and no reservation of SCSI holds one of them back. */
function sharedUnreserved({ plan, context: { report } }: CheckInput): void {
  const told = new Set<string>();
  for (const lun of passedLuns(plan)) {
    const { device, path } = lun;
    // The LUNs of a whole target have one element.
    if (told.has(device.at.path)) continue;
    if (!device.shareable || device.readonly || path === undefined || reserves(lun)) continue;
    told.add(device.at.path);
    report(lunSharedUnreserved(device.at.of('shareable'), path, device.kind === 'disk'));
  }
}
