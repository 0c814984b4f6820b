import type { PlannedSmartcard } from '../model/plan/smartcard';
import { device as deviceArg, type Arg, type Properties } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';

export function emitSmartcard({ card, id, slot }: PlannedSmartcard): Arg[] {
  return [
    ...('chardev' in card ? emitChardev(card.chardev) : []),
    deviceArg({ driver: card.driver, ...cardProperties(card), id, ...slotProperties(slot) }),
  ];
}

function cardProperties(card: PlannedSmartcard['card']): Properties {
  if ('chardev' in card) return { chardev: card.chardev.id };
  if (card.backend === 'nss-emulated') return { backend: card.backend };
  const [cert1, cert2, cert3] = card.certificates;
  return { backend: card.backend, cert1, cert2, cert3, db: card.db };
}
