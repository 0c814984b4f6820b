import type { PlannedPort } from '../model/plan/port';
import { device as deviceArg, netdev, text, type Arg } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';

export function emitSerial({
  chardev,
  front,
  id,
  slot,
}: PlannedPort<'serial'> | PlannedPort<'parallel'>): Arg[] {
  if (front.type !== 'device') return [...emitChardev(chardev), text('-serial', `chardev:${chardev.id}`)];
  return [
    ...emitChardev(chardev),
    deviceArg({
      driver: front.driver,
      chardev: chardev.id,
      id,
      index: front.index,
      ...slotProperties(slot),
    }),
  ];
}

/** On a virtio-serial bus the place comes first, as libvirt writes it. */
export function emitConsole({ chardev, front, id, slot }: PlannedPort<'console'>): Arg[] {
  if (front.type !== 'device') return emitChardev(chardev);
  const place = slotProperties(slot);
  return [
    ...emitChardev(chardev),
    deviceArg({
      driver: front.driver,
      ...(slot.type === 'virtio-serial' ? place : {}),
      chardev: chardev.id,
      id,
      ...(slot.type === 'virtio-serial' ? {} : place),
    }),
  ];
}

export function emitChannel({ device, chardev, front, id, slot }: PlannedPort<'channel'>): Arg[] {
  const args = emitChardev(chardev);
  if (front.type === 'guestfwd')
    return [...args, netdev({ type: 'user', guestfwd: [{ str: `${front.to}-chardev:${chardev.id}` }], id })];
  if (front.type === 'serial') return args;
  return [
    ...args,
    deviceArg({
      driver: front.driver,
      ...slotProperties(slot),
      chardev: chardev.id,
      id,
      name: device.name,
    }),
  ];
}
