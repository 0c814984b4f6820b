import type { PlannedTpm } from '../model/plan/tpm';
import { device as deviceArg, keyval, type Arg } from './args';
import { emitChardev, FD_PLACEHOLDER } from './chardev';
import { slotProperties } from './slot';

export function emitTpm({ back, driver, id, slot }: PlannedTpm): Arg[] {
  if (back.type === 'host-path') return [deviceArg({ driver, id, 'host-path': back.path })];
  return [...backArgs(back), deviceArg({ driver, tpmdev: back.id, id, ...slotProperties(slot) })];
}

function backArgs(back: Exclude<PlannedTpm['back'], { type: 'host-path' }>): Arg[] {
  if (back.type === 'emulator')
    return [
      ...emitChardev(back.chardev),
      keyval('-tpmdev', { id: back.id, chardev: back.chardev.id }, 'emulator'),
    ];
  const { id, path, cancelPath } = back;
  return [
    ...back.descriptors.map(({ set, opaque }) => keyval('-add-fd', { set, fd: FD_PLACEHOLDER, opaque })),
    keyval('-tpmdev', { id, path, 'cancel-path': cancelPath }, 'passthrough'),
  ];
}
