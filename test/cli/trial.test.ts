import { convert } from '../../src/convert';
import { keepingFiles } from '../../src/cli/trial';

const xml = (devices: string) => `<domain type='qemu'>
  <name>g</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <serial type='file'><source path='/log/a'/></serial>
    ${devices}
    <memballoon model='none'/>
  </devices>
</domain>`;

const SERIALS = `<serial type='file'><source path='/log/b' append='off'/></serial>
    <console type='pty'><log file='/log/c'/><target type='virtio'/></console>`;

function chardevs(devices: string, qemuVersion: string): string[] {
  const { emitted = [], options = [], qemu } = convert(xml(devices), { qemuVersion });
  if (qemu === undefined) throw new Error('not converted');
  return keepingFiles({ emitted, options, qemu }).flatMap(([option, value = '']) =>
    option === '-chardev' && value.includes('/log/') ? [value] : [],
  );
}

test('no file that a character device writes to is emptied', () => {
  expect(chardevs(SERIALS, '7.2')).toEqual([
    'file,id=charserial0,path=/log/a,append=on',
    'file,id=charserial1,path=/log/b,append=off,append=on',
    'pty,id=charconsole1,logfile=/log/c,logappend=on',
  ]);
});

test('a QEMU that can only empty it is not asked for more', () => {
  expect(chardevs('', '2.5')).toEqual(['file,id=charserial0,path=/log/a']);
});
