import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';
import { tags } from '../tag';

export const interfaceInvalid = (at: Place, problem: string, instead: string) =>
  error('interface-invalid', at, `this network interface cannot be: ${problem}`, { help: `use ${instead}` });

/** libvirt takes such a guest without a word. */
export const interfaceSettingUnused = (at: Place, problem: string, instead: string) =>
  warning('interface-setting-unused', at, problem, {
    help: `use ${instead}, or remove it`,
  });

/** libvirt makes the macvtap device and hands its descriptor over (qemu: -netdev tap,fd=). */
export const interfaceDirect = (at: Place, dev: string) =>
  error(
    'interface-direct',
    at,
    `type 'direct' needs a macvtap device on ${dev}, whose descriptor only libvirt hands over`,
    { help: "use type='bridge', or type='ethernet' with the <target dev=> of a tap device that is there" },
  );

export const networkUnknown = (at: Place, name: string) =>
  error('network-unknown', at, `the bridge of network '${name}' is not known`, {
    help: `name it with --network ${name}=BRIDGE, as 'virsh net-info ${name}' tells it, or use <interface type='user'>`,
  });

/** By the path in the XML of each; `cards`: so many ask for the same. */
export const bridgeHelperLacks = (at: Place, settings: readonly string[], cards: number) =>
  note(
    'bridge-helper-lacks',
    at,
    `${tags(settings, cards)}: the tap that QEMU's bridge helper makes has none of it`,
    { help: "use type='ethernet' with the <target dev= managed='no'> of a tap of yours, or do without" },
  );
