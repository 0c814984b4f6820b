import { setOverMonitor } from '../../../diagnostics/catalog';
import { devicesOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Served } from '../../../model/graphics';
import type { Place } from '../../../model/place';
import type { Context } from '../../context';

interface Setting {
  readonly at: Place;
  /** What the file asks for. */
  readonly what: string;
  /** The QMP command that does it. */
  readonly command: string;
}

/** What libvirt sets over its monitor before the guest runs: no argument can say it. */
export function tellOverMonitor(guest: Domain, { profile, report }: Context): void {
  // Under the other profile a monitor is there for whoever follows libvirt's way.
  if (profile.libvirtMonitor) return;
  for (const { at, what, command } of settingsOf(guest)) report(setOverMonitor(at, what, command));
}

function settingsOf(guest: Domain): readonly Setting[] {
  const { memory } = guest;
  const balloon = devicesOf(guest, 'memballoon').find(({ model }) => model !== 'none');
  const smaller = memory.current !== undefined && memory.size !== undefined && memory.current < memory.size;
  return [
    ...(smaller && balloon !== undefined
      ? [{ at: guest.at.of('currentMemory'), what: '<currentMemory>', command: 'balloon' }]
      : []),
    ...(balloon?.statsPeriod === undefined
      ? []
      : [{ at: balloon.at.of('stats'), what: '<stats>', command: 'qom-set guest-stats-polling-interval' }]),
    ...devicesOf(guest, 'interface')
      .filter(({ link }) => link === 'down')
      .map(({ at }) => ({ at: at.of('link'), what: "<link state='down'/>", command: 'set_link' })),
    ...devicesOf(guest, 'graphics').flatMap((device) =>
      (device.type === 'vnc' || device.type === 'spice') && device.password !== undefined
        ? [passwordSetting(device)]
        : [],
    ),
    ...devicesOf(guest, 'disk')
      .filter(({ target }) => target.tray === 'open')
      .map(({ at }) => ({ at: at.of('target/@tray'), what: 'an open tray', command: 'eject' })),
  ];
}

/** Until when it lets people in is a command of its own. */
function passwordSetting({ at, passwordValidTo }: Served): Setting {
  const ends = passwordValidTo === undefined ? '' : ' and expire_password';
  return { at: at.of('@passwd'), what: 'the password', command: `set_password${ends}` };
}
