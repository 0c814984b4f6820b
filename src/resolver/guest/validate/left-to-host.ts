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
  if (first !== undefined)
    report(
      leftToHost(
        first.at,
        [first, ...others].map(({ name }) => name),
      ),
    );
  for (const [settings, [card, ...others]] of cardsBySettings(guest))
    report(leftToHost(card.at, settings.split(' '), others.length + 1));
}

/** One word for all cards that have the same. */
function cardsBySettings(guest: Domain): ReadonlyMap<string, readonly [Interface, ...Interface[]]> {
  const cards = new Map<string, [Interface, ...Interface[]]>();
  for (const device of devicesOf(guest, 'interface')) {
    const settings = settingsOf(device).join(' ');
    const same = cards.get(settings);
    if (same !== undefined) same.push(device);
    else if (settings !== '') cards.set(settings, [device]);
  }
  return cards;
}

function sectionsOf({ hostSections, seclabels, vcpu }: Domain) {
  const label = seclabels.find(({ type }) => type !== 'none');
  return [
    ...hostSections,
    ...(vcpu.cpuset === undefined ? [] : [{ name: 'vcpu/@cpuset', at: vcpu.at.of('@cpuset') }]),
    ...(label === undefined ? [] : [{ name: 'seclabel', at: label.at }]),
  ];
}

/** Names that libvirt gives by itself, and forgets when the guest ends (src/util/virnetdev.c VIR_NET_GENERATED_*). */
const GENERATED = /^(vnet|vif)\d/;

function settingsOf({ type, hostSettings, target }: Interface): string[] {
  const settings = hostSettings
    .filter((setting) => setting !== 'floor' && reaches(setting, type))
    .map((setting) => (setting === 'isolated' ? 'port/@isolated' : setting.replace('source/', '')));
  // QEMU's helper makes the tap of a bridge, and names it.
  const tap = type === 'bridge' || type === 'network' ? target?.dev : undefined;
  return tap === undefined || GENERATED.test(tap) ? settings : [...settings, 'target/@dev'];
}
