import type { Domain } from '../../model/domain';
import type { PlannedGuest } from '../../model/plan';
import type { Context } from '../context';
import { planLaunchSecurity } from '../launch-security';
import { planFirmware } from '../firmware/flash';
import { planClock } from './clock';
import { planCpu } from './cpu';
import { planIothreads } from './iothreads';
import { planAccel } from './accel';
import { planMachine } from './machine';
import { planSmp } from './smp';
import { planMemory } from './memory';
import { planNuma } from './numa';
import { planBoot, planPower } from './power';
import { planFwCfg, planSmbios } from './smbios';
import { planReservationHelper } from './reservations';
import { planThrottleGroups } from './throttle-groups';
import { planGenid, planIncoming, planMonitors, planStart } from './start';

/** Everything that is no device. */
export function planGuest(guest: Domain, context: Context): PlannedGuest {
  const firmware = planFirmware(guest, context);
  const memory = planMemory(guest, context);
  return {
    start: planStart(guest, context),
    reservations: planReservationHelper(guest, context),
    firmware,
    machine: planMachine(guest, context, firmware, memory),
    accel: planAccel(guest, context),
    cpu: planCpu(guest, context),
    memory,
    smp: planSmp(guest, context),
    iothreads: planIothreads(guest),
    throttleGroups: planThrottleGroups(guest, context),
    numa: planNuma(guest, context),
    uuid: guest.hwuuid ?? guest.uuid,
    smbios: planSmbios(guest, context),
    fwCfg: planFwCfg(guest, context),
    launchSecurity: planLaunchSecurity(guest, context),
    genid: planGenid(guest, context),
    sga: guest.os.bios?.useserial === true && !context.qemu.has('machine-graphics'),
    vmcoreinfo: guest.features.vmcoreinfo === true,
    display: guest.devices.some(({ kind }) => kind === 'graphics'),
    monitors: planMonitors(context),
    clock: planClock(guest, context),
    power: planPower(guest, context),
    boot: planBoot(guest, context),
    asyncTeardown: context.qemu.has('run-with.async-teardown') ? guest.features.asyncTeardown : undefined,
    incoming: planIncoming(context),
  };
}
