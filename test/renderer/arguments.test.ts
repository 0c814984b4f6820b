import { device } from '../../src/emitter/args';
import { renderArgs } from '../../src/renderer/arguments';
import { KEYVAL } from './json-forms';

const wordsOf = (...devices: Parameters<typeof device>[0][]) =>
  renderArgs(
    devices.map((one) => ({ arg: device(one), subject: 'last' })),
    KEYVAL,
  ).map(([, text]) => text);

const mapped = { driver: 'virtio-scsi-pci', id: 'scsi1', 'iothread-vq-mapping': [{ iothread: 'a' }] };

test('what sits on the bus of a device that is JSON is JSON, through the generations', () => {
  expect(
    wordsOf(
      mapped,
      { driver: 'some-bridge', id: 'deep.1', bus: 'scsi1.0' },
      { driver: 'scsi-hd', id: 'a', bus: 'deep.1' },
      { driver: 'scsi-hd', id: 'b', bus: 'a.0' },
    ).every((text) => text?.startsWith('{')),
  ).toBe(true);
});

test('all other devices stay as they are', () => {
  const [, ...rest] = wordsOf(
    mapped,
    { driver: 'scsi-hd', id: 'c', bus: 'scsi10.0' },
    { driver: 'scsi-hd', id: 'd', bus: 'scsi1' },
    { driver: 'usb-kbd' },
  );
  expect(rest).toEqual(['scsi-hd,id=c,bus=scsi10.0', expect.stringMatching(/^\{/), 'usb-kbd']);
});
