import { leftToHost } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Interface } from '../../../model/interface';
import type { Context } from '../../context';
import { cardsBySettings } from '../../interface/cards-by-settings';
import { reaches } from '../../interface/validate-reach';
import { isAuto } from '../host-nodes';
import { labelsOf } from './seclabel';

/**
 * What libvirt does on the host, beside QEMU: cgroups, threads' processors, labels, and the host's side of a network. Whoever
 * starts the guest without it has to do the same, or do without; under libvirt's profile it is there to do it.
 */
export function tellLeftToHost(guest: Domain, context: Context): void {
  const { profile, report } = context;
  if (!profile.checksForQemu) return;
  const [first, ...others] = sectionsOf(guest, context);
  if (first !== undefined)
    report(
      leftToHost(
        first.at,
        [first, ...others].map(({ name }) => name),
      ),
    );
  for (const { settings, cards } of cardsBySettings(guest, settingsOf).values())
    report(leftToHost(cards[0].at, settings, cards.length));
}

function sectionsOf(guest: Domain, context: Context) {
  const { devices, hostSections, seclabels, vcpu } = guest;
  const label =
    seclabels.find(({ type }) => type !== 'none') ??
    devices.flatMap(labelsOf).find((one) => one.label !== undefined);
  return [
    ...hostSections,
    ...(vcpu.cpuset === undefined ? [] : [{ name: 'vcpu/@cpuset', at: vcpu.at.of('@cpuset') }]),
    ...(vcpu.placement === 'auto' ? [{ name: 'vcpu/@placement', at: vcpu.at.of('@placement') }] : []),
    ...numatuneOf(guest, context),
    ...(label === undefined ? [] : [{ name: 'seclabel', at: label.at }]),
  ];
}

/** A cgroup holds memory to nodes that QEMU is not told of, numad chooses those of `auto`. */
function numatuneOf({ numatune, vcpu }: Domain, { host }: Context) {
  if (numatune === undefined) return [];
  const { memory, memnodes } = numatune;
  const isOfCgroup = [memory, ...memnodes].some((one) => one?.mode === 'restrictive');
  const isUnadvised = memory !== undefined && isAuto(memory, vcpu) && host.numa?.advisedNodeset === undefined;
  return isOfCgroup || isUnadvised ? [{ name: 'numatune', at: numatune.at }] : [];
}

/** Where a setting is known by another path than its own. */
const SHOWN: Partial<Readonly<Record<Interface['hostSettings'][number], string>>> = {
  isolated: 'port/@isolated',
  'source/ip': 'ip',
  'source/route': 'route',
  '@trustGuestRxFilters': 'interface/@trustGuestRxFilters',
};

/** Names that libvirt gives by itself, and forgets when the guest ends (src/util/virnetdev.c VIR_NET_GENERATED_*). */
const GENERATED = /^(vnet|vif)\d/;

function settingsOf({ type, hostSettings, mac, target, backend }: Interface): string[] {
  const settings = hostSettings
    .filter((setting) => setting !== 'floor' && reaches(setting, type))
    .map((setting) => SHOWN[setting] ?? setting);
  // the host gives a card that is passed through its address
  if (type === 'hostdev' && mac !== undefined) settings.push('mac/@address');
  // QEMU's helper makes the tap of a bridge, and names it.
  const tap = type === 'bridge' || type === 'network' ? target?.dev : undefined;
  if (tap !== undefined && !GENERATED.test(tap)) settings.push('target/@dev');
  // QEMU opens these two by itself, and is told of no others
  if (reaches('tap', type) && (backend.tap ?? '/dev/net/tun') !== '/dev/net/tun')
    settings.push('backend/@tap');
  if (reaches('tap', type) && (backend.vhost ?? '/dev/vhost-net') !== '/dev/vhost-net')
    settings.push('backend/@vhost');
  return settings;
}
