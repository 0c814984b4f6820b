import type { PlannedDevice } from '../model/plan/device';
import { device, type Arg } from './args';

/** On s390x the ids of a PCI function are a device that comes right before the one that it names. */
export function withZpci({ id, slot }: PlannedDevice, args: readonly Arg[]): readonly Arg[] {
  if (slot.type !== 'pci' || slot.zpci === undefined) return args;
  const { uid, fid } = slot.zpci;
  const ids = device({ driver: 'zpci', uid, fid, target: id, id: `zpci${uid}` });
  const at = args.findIndex(({ form }) => form === 'device');
  return at < 0 ? args : [...args.slice(0, at), ids, ...args.slice(at)];
}
