import type { KindParts } from './kind';
import { filled, part } from './part';

export const networkInterface: KindParts<'interface'> = ({ type, mac, model }) => ({
  attributes: { type },
  children: [filled(part('mac', { address: mac })), filled(part('model', { type: model }))],
});
