import { addressInvalid, databaseInvalid, smartcardTwice } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { PlannedSmartcard } from '../model/plan/smartcard';
import type { Smartcard } from '../model/smartcard';
import { planChardev, validateChardev } from './chardev';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';

/** Where NSS keeps the certificates of a host (libvirt src/conf/domain_conf.h). */
const DATABASE = '/etc/pki/nssdb';

export const smartcard: KindResolver<'smartcard'> = {
  defaults: (device) =>
    device.address === undefined
      ? { ...device, address: { type: 'ccid', at: device.at, controller: 0, slot: 0 } }
      : device,
  validate: validateSmartcard,
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    return {
      kind: 'smartcard',
      device,
      id,
      slot: slotOf(device, guest, context),
      card: cardOf(device, id, guest, context),
    };
  },
};

function validateSmartcard(device: Smartcard, guest: Domain, context: Context): void {
  const { at, card, address } = device;
  const [first] = devicesOf(guest, 'smartcard');
  if (first !== undefined && first !== device) context.report(smartcardTwice(at, first.at));
  if (address?.type !== 'ccid')
    context.report(addressInvalid(at.of('address/@type'), "a smartcard has an address of type 'ccid'"));
  else if (address.controller !== 0 || (address.slot ?? 0) !== 0)
    context.report(addressInvalid(address.at, 'QEMU has one reader with one slot: controller 0, slot 0'));
  if (card.mode === 'passthrough') {
    requires(context, 'ccid-passthru', at.of('@mode'), 'a smartcard from elsewhere');
    validateChardev(card.chardev, guest, context);
    return;
  }
  requires(context, 'ccid-emulated', at.of('@mode'), 'a smartcard of the host');
  if (card.mode === 'host-certificates' && card.database?.startsWith('/') === false)
    context.report(databaseInvalid(at.of('database'), card.database));
}

function cardOf({ card }: Smartcard, id: string, guest: Domain, context: Context): PlannedSmartcard['card'] {
  switch (card.mode) {
    case 'host':
      return { driver: 'ccid-card-emulated', backend: 'nss-emulated' };
    case 'host-certificates': {
      const { certificates, database: db = DATABASE } = card;
      context.resource({ path: db, access: 'read', shared: true, usedBy: id });
      return { driver: 'ccid-card-emulated', backend: 'certificates', certificates, db };
    }
    case 'passthrough': {
      const use = { id: `char${id}`, alias: id, spiceName: 'smartcard' } as const;
      return { driver: 'ccid-card-passthru', chardev: planChardev(card.chardev, use, guest, context) };
    }
  }
}
