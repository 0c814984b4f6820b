import type { CcwAddress } from '../../../src/model/address';
import type { Device } from '../../../src/model/device';
import type { Domain } from '../../../src/model/domain';
import { ccwAddresses, ccwDevno } from '../../../src/resolver/address/ccw';
import { contextOf, controller, disk, guest, place } from '../scsi/guest';

type Number3 = readonly [cssid: number, ssid: number, devno: number];

const ccw = ([cssid, ssid, devno]: Number3): CcwAddress => ({
  type: 'ccw',
  at: place('address'),
  cssid,
  ssid,
  devno,
});

const virtioDisk = (dev: string, at?: Number3): Device => {
  const base = disk(dev);
  return { ...base, target: { ...base.target, bus: 'virtio' }, address: at && ccw(at) };
};

const mainframe = (...devices: Device[]): Domain => {
  const made = guest(...devices);
  return { ...made, os: { ...made.os, arch: 's390x', machine: 's390-ccw-virtio' } };
};

function numbers(...devices: Device[]): string[] {
  const { devices: placed } = ccwAddresses(mainframe(...devices), contextOf('libvirt').context);
  return placed.map(({ address }) => (address?.type === 'ccw' ? ccwDevno(address) : 'none'));
}

test('numbers count from fe.0.0000, by kind and then in document order', () => {
  expect(numbers(controller('virtio-scsi'), virtioDisk('vda'), virtioDisk('vdb'))).toEqual([
    'fe.0.0002',
    'fe.0.0000',
    'fe.0.0001',
  ]);
});

test('a number that is given is not given again', () => {
  const devices = [virtioDisk('vda'), virtioDisk('vdb', [0xfe, 0, 0]), virtioDisk('vdc')];
  expect(numbers(...devices)).toEqual(['fe.0.0001', 'fe.0.0000', 'fe.0.0002']);
});

test('a number of another subchannel set takes nothing', () => {
  expect(numbers(virtioDisk('vda', [0xfe, 3, 0]), virtioDisk('vdb'))).toEqual(['fe.3.0000', 'fe.0.0000']);
});

test('a disk on a SCSI bus has no number of its own', () => {
  expect(numbers(disk('sda'))).toEqual(['none']);
});

test('two devices with one number are refused at the second', () => {
  const { context, said } = contextOf('libvirt');
  ccwAddresses(mainframe(virtioDisk('vda', [0xfe, 0, 7]), virtioDisk('vdb', [0xfe, 0, 7])), context);
  expect(said.map(({ code, at, notes }) => [code, at?.path, notes.length])).toEqual([
    ['ccw-address-taken', 'address/@devno', 1],
  ]);
});
