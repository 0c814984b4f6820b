import type { Controller } from '../../../src/model/controller';
import type { Place } from '../../../src/model/place';
import { insertControllers } from '../../../src/resolver/controller/order';

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
  const order = insertControllers([], [usb(1), scsi(1), usb(0), scsi(0)]);
  expect(order.map(({ type, index }) => `${type}${index}`)).toEqual(['usb0', 'usb1', 'scsi0', 'scsi1']);
});

test('a master comes before its companions', () => {
  const order = insertControllers(
    [],
    [usb(0, 'ich9-uhci1', 0), usb(0, 'ich9-uhci2', 2), usb(0, 'ich9-ehci1')],
  );
  expect(order.map(({ model }) => model)).toEqual(['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2']);
});

test('one without an index stands behind those before it, and nothing comes before it for its sake', () => {
  const order = insertControllers([], [usb(2), usb(undefined), usb(0), usb(3)]);
  expect(order.map(({ index }) => index)).toEqual([0, 2, undefined, 3]);
});

test('what is there stays, also where an index was given to it later', () => {
  const order = insertControllers([scsi(2), scsi(0)], [scsi(1), usb(0), scsi(3)]);
  expect(order.map(({ type, index }) => `${type}${index}`)).toEqual([
    'scsi1',
    'scsi2',
    'scsi0',
    'scsi3',
    'usb0',
  ]);
});
