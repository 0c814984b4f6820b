import type { Domain } from '../model/domain';
import type { Redirdev, RedirRule } from '../model/redirdev';
import { planChardev, validateChardev } from './chardev';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';

export const redirdev: KindResolver<'redirdev'> = {
  validate: ({ at, source }: Redirdev, guest: Domain, context: Context) => {
    requires(context, 'usb-redir', at, 'redirected USB devices');
    if (filterOf(guest.redirFilter) !== undefined)
      requires(context, 'usb-redir.filter', at, 'filters of redirected USB devices');
    validateChardev(source, guest, context);
  },
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    const use = { id: `char${id}`, alias: id, spiceName: 'usbredir' } as const;
    return {
      kind: 'redirdev',
      device,
      id,
      slot: slotOf(device, guest, context),
      chardev: planChardev(device.source, use, guest, context),
      filter: filterOf(guest.redirFilter),
      bootindex: device.bootOrder,
    };
  },
};

/** The first rule that fits decides; an empty filter is none (usbredirfilter_string_to_rules). */
function filterOf(rules: readonly RedirRule[] | undefined): string | undefined {
  if (rules === undefined || rules.length === 0) return undefined;
  return rules.map(ruleText).join('|');
}

function ruleText({ usbClass, vendor, product, version, allow }: RedirRule): string {
  return [hex(usbClass, 2), hex(vendor, 4), hex(product, 4), hex(version, 4), allow ? '1' : '0'].join(':');
}

function hex(value: number | undefined, digits: number): string {
  return value === undefined ? '-1' : `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;
}
