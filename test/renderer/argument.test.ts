import fc from 'fast-check';
import { device, drive, flag, keyval as keyvalArg, object, words } from '../../src/emitter/args';
import { keyval, renderArg } from '../../src/renderer/argument';
import { KEYVAL } from './json-forms';

const JSON_FORMS = {
  object: true,
  device: true,
  netdev: true,
  blockdev: true,
  audiodev: true,
  chardev: true,
};

/** Reads a keyval line as QEMU's keyval.c does: a comma ends a value, two are one. */
function readKeyval(line: string): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [part] of line.matchAll(/(?:[^,]|,,)+/g)) {
    const equals = part.indexOf('=');
    read[part.slice(0, equals)] = part.slice(equals + 1).replaceAll(',,', ',');
  }
  return read;
}

test('every value survives keyval', () => {
  const value = fc.oneof(fc.string(), fc.constantFrom(',', ',,', 'a,b=c', '=', ',x=1', '\n', "'"));
  fc.assert(
    fc.property(value, value, (file, serial) => {
      expect(readKeyval(keyval({ file, serial: `s${serial}` }))).toEqual({ file, serial: `s${serial}` });
    }),
  );
});

test('every value survives JSON', () => {
  fc.assert(
    fc.property(fc.string(), (serial) => {
      const [, text = ''] = renderArg(device({ driver: 'scsi-hd', serial }), JSON_FORMS);
      expect(JSON.parse(text)).toEqual({ driver: 'scsi-hd', serial });
    }),
  );
});

test('an object with a structure is JSON everywhere', () => {
  const group = object({ 'qom-type': 'throttle-group', id: 't', limits: { 'bps-total': 1 } });
  expect(renderArg(group, KEYVAL)).toEqual([
    '-object',
    '{"qom-type":"throttle-group","id":"t","limits":{"bps-total":1}}',
  ]);
});

test('numbers, booleans, nested values and lists', () => {
  expect(
    keyval({ lun: 5, removable: true, cache: { direct: false }, server: [{ host: 'a' }, { host: 'b,c' }] }),
  ).toBe('lun=5,removable=on,cache.direct=off,server.0.host=a,server.1.host=b,,c');
});

test('undefined is not on the command line, in either form', () => {
  const arg = device({ driver: 'scsi-hd', serial: undefined, lun: 0 });
  expect(renderArg(arg, KEYVAL)).toEqual(['-device', 'scsi-hd,lun=0']);
  expect(renderArg(arg, JSON_FORMS)).toEqual(['-device', '{"driver":"scsi-hd","lun":0}']);
});

test('each form of option', () => {
  expect(renderArg(flag('-S'), KEYVAL)).toEqual(['-S']);
  expect(renderArg(words('-global', 'x=y'), KEYVAL)).toEqual(['-global', 'x=y']);
  expect(renderArg(keyvalArg('-machine', { usb: false }, 'q35'), KEYVAL)).toEqual([
    '-machine',
    'q35,usb=off',
  ]);
  expect(renderArg(drive({ file: '/a,b', if: 'none' }), KEYVAL)).toEqual(['-drive', 'file=/a,,b,if=none']);
  expect(renderArg(object({ 'qom-type': 'iothread', id: 'iothread1' }), KEYVAL)).toEqual([
    '-object',
    'iothread,id=iothread1',
  ]);
});

test('places that the XML has in hexadecimal are text in hexadecimal, and numbers in JSON', () => {
  const vscsi = device({ driver: 'spapr-vscsi', id: 'scsi0', reg: 0x2000 });
  const serial = device({ driver: 'isa-serial', iobase: 0x3f8, irq: 4, index: 10 });
  expect(renderArg(vscsi, KEYVAL)).toEqual(['-device', 'spapr-vscsi,id=scsi0,reg=0x00002000']);
  expect(renderArg(serial, KEYVAL)).toEqual(['-device', 'isa-serial,iobase=0x3f8,irq=0x4,index=10']);
  expect(renderArg(vscsi, JSON_FORMS)).toEqual([
    '-device',
    '{"driver":"spapr-vscsi","id":"scsi0","reg":8192}',
  ]);
});
