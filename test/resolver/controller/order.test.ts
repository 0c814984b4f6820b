import type { Controller } from '../../../src/model/controller';
import type { Place } from '../../../src/model/place';
import { inControllerOrder } from '../../../src/resolver/controller/order';

const at = {} as Place;
const usb = (index: number | undefined, model?: string, masterStartPort?: number): Controller => ({
  kind: 'controller',
  at,
  type: 'usb',
  index,
  model,
  masterStartPort,
  driver: { virtio: {} },
  pci: {},
});
const scsi = (index: number): Controller => ({ ...usb(index), type: 'scsi' });

test('types as they first appear, then by index', () => {
  const order = inControllerOrder([usb(1), scsi(1), usb(0), scsi(0)]);
  expect(order.map(({ type, index }) => `${type}${index}`)).toEqual(['usb0', 'usb1', 'scsi0', 'scsi1']);
});

test('a master comes before its companions', () => {
  const order = inControllerOrder([usb(0, 'ich9-uhci1', 0), usb(0, 'ich9-uhci2', 2), usb(0, 'ich9-ehci1')]);
  expect(order.map(({ model }) => model)).toEqual(['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2']);
});

test('none passes one without an index', () => {
  const order = inControllerOrder([usb(2), usb(1), usb(undefined), usb(0)]);
  expect(order.map(({ index }) => index)).toEqual([1, 2, undefined, 0]);
});
