import { overrideWithoutDevice } from '../diagnostics/catalog';
import type { Domain } from '../model/domain';
import type { Context } from './context';

/** `<qemu:override>` reaches what has the alias that it names; nothing has another one by now. */
export function checkOverrides(guest: Domain, { report }: Context): Domain {
  for (const { at, alias } of guest.qemu.overrides)
    if (!guest.devices.some((device) => device.alias === alias))
      report(overrideWithoutDevice(at.of('@alias'), alias));
  return guest;
}
