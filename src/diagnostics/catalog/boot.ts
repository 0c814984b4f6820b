import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const bootOrderMixed = (at: Place, os: Place) =>
  error('boot-order-mixed', at, 'a boot order of devices cannot be combined with <boot dev=> in <os>', {
    notes: [{ message: 'the guest boots by class of device here', at: os }],
    help: 'remove <boot dev=> from <os>, or <boot order=> from the devices',
  });

export const bootOrderTaken = (at: Place, order: number, owner: Place) =>
  error('boot-order-taken', at, `boot order ${order} is used by more than one device`, {
    notes: [{ message: 'it is used here first', at: owner }],
    help: 'give each device an order of its own',
  });
