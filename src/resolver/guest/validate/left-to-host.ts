import { leftToHost } from '../../../diagnostics/catalog';
import { devicesOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Interface } from '../../../model/interface';
import type { Context } from '../../context';
import { reaches } from '../../interface/validate-reach';

/**
 * What libvirt does on the host, beside QEMU: cgroups, threads' processors, labels, and the host's side of a network. Whoever
 * starts the guest without it has to do the same, or do without; under libvirt's profile it is there to do it.
 */
export function tellLeftToHost(guest: Domain, { profile, report }: Context): void {
  if (profile.libvirtDefaults) return;
  const [first, ...others] = sectionsOf(guest);
  if (first !== undefined) report(leftToHost(first.at, [first, ...others]));
  for (const device of devicesOf(guest, 'interface')) {
    const settings = device.hostSettings.filter(
      (setting) => setting !== 'floor' && reaches(setting, device.type),
    );
    const [one] = settings;
    if (one !== undefined)
      report(
        leftToHost(
          device.at,
          settings.map((name) => sideOf(device, name)),
        ),
      );
  }
}

function sectionsOf({ hostSections, seclabels, vcpu }: Domain) {
  const label = seclabels.find(({ type }) => type !== 'none');
  return [
    ...hostSections,
    ...(vcpu.cpuset === undefined ? [] : [{ name: 'vcpu cpuset=', at: vcpu.at.of('@cpuset') }]),
    ...(label === undefined ? [] : [{ name: 'seclabel', at: label.at }]),
  ];
}

function sideOf({ at }: Interface, setting: Interface['hostSettings'][number]) {
  return setting === 'isolated'
    ? { name: 'port isolated=', at: at.of('port/@isolated') }
    : { name: setting.replace('source/', ''), at: at.of(setting) };
}
