import { deprecatedOption } from '../../src/qemu/deprecated-options';
import { parseVersion } from '../../src/qemu/version';

const on = (version: string, option: string, value?: string) =>
  deprecatedOption(option, value, parseVersion(version)!)?.what;

test('an option is deprecated from the release on that says so', () => {
  expect(on('11.0.0', '-mon', 'chardev=a')).toBeUndefined();
  expect(on('11.1.0', '-mon', 'chardev=a')).toBe('-mon');
  expect(on('10.2.0', '-name', 'guest=a,debug-threads=on')).toBeUndefined();
  expect(on('11.0.0', '-name', 'guest=a,debug-threads=on')).toBe('-name debug-threads=');
  expect(on('11.1.0', '-machine', 'q35,memory-encryption=a')).toBe('-machine memory-encryption=');
});

test('a switch without a value, and the same with one', () => {
  expect(on('6.0.0', '-chardev', 'socket,id=a,path=/a,server,nowait')).toBe('-chardev server');
  expect(on('6.0.0', '-chardev', 'socket,id=a,path=/a,server=on,wait=off')).toBeUndefined();
  expect(on('6.0.0', '-chardev', 'socket,id=a,path=/srv/server')).toBeUndefined();
  expect(on('6.0.0', '-qmp', 'unix:/a')).toBeUndefined();
});
