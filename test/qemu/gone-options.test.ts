import { goneOption } from '../../src/qemu/gone-options';
import { parseVersion } from '../../src/qemu/version';

const on = (version: string, option: string, value?: string) =>
  goneOption(option, value, parseVersion(version)!)?.what;

test('an option is there up to the release that dropped it', () => {
  expect(on('8.2.0', '-no-hpet')).toBeUndefined();
  expect(on('9.0.0', '-no-hpet')).toBe('-no-hpet');
  expect(on('9.0.0', '--no-hpet')).toBe('-no-hpet');
});

test('a property, as it is written; a doubled comma is one of the value before it', () => {
  expect(on('2.12.0', '-drive', 'file=a,serial=b')).toBeUndefined();
  expect(on('3.0.0', '-drive', 'file=a,serial=b')).toBe('-drive serial=');
  expect(on('3.0.0', '-drive', 'file=a,,serial=b')).toBeUndefined();
  expect(on('3.0.0', '-device', 'virtio-blk-pci,serial=b')).toBeUndefined();
  expect(on('10.0.0', '-device', 'scsi-disk,drive=x')).toBe('-device scsi-disk');
  expect(on('10.0.0', '-device', 'scsi-hd,drive=scsi-disk')).toBeUndefined();
});

test('what went with 10.1 to 11.1, and what stands beside it', () => {
  expect(on('10.1.0', '-old-param')).toBeUndefined();
  expect(on('10.2.0', '-old-param')).toBe('-old-param');
  expect(on('10.2.0', '-chardev', 'socket,id=a,path=/a,reconnect=1')).toBe('-chardev reconnect=');
  expect(on('11.1.0', '-chardev', 'socket,id=a,path=/a,reconnect-ms=1')).toBeUndefined();
  expect(on('10.1.0', '-device', 'vfio-platform,host=a')).toBeUndefined();
  expect(on('10.2.0', '-device', 'vfio-platform,host=a')).toBe('-device vfio-platform');
  expect(on('11.0.0', '-drive', 'file=gluster://h/v/a')).toBeUndefined();
  expect(on('11.1.0', '-drive', 'file=gluster://h/v/a')).toBe('-drive file=gluster:');
  expect(on('11.1.0', '-drive', 'file=/srv/gluster://h/v/a')).toBeUndefined();
  expect(on('11.1.0', '-blockdev', '{"driver":"gluster"}')).toBe('-blockdev "driver":"gluster"');
  expect(on('11.1.0', '-smp', '8,sockets=0')).toBe('-smp sockets=0');
  expect(on('11.1.0', '-smp', '8,sockets=10')).toBeUndefined();
  expect(on('11.1.0', '-vnc', ':1,tls-creds=a')).toBeUndefined();
  expect(on('11.1.0', '-vnc', ':1,tls,x509=/a')).toBe('-vnc tls');
});

test('options that are there, names of objects, and nothing at all', () => {
  for (const option of ['-device', '-drive', '-m', '-constructor', '-toString', ''])
    expect(on('11.0.0', option, 'x')).toBeUndefined();
});
