import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

/** The -vnc of a guest, or the codes of what is wrong with it. */
function vnc(attributes: string, inside = '', profile: ProfileName = 'libvirt') {
  const { argv, diagnostics } = convert(
    `<domain type='kvm'><name>seen</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `<devices><graphics type='vnc' ${attributes}>${inside}</graphics></devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  const errors = diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  return errors.length > 0 ? errors : argv?.[argv.indexOf('-vnc') + 1]?.replace(',audiodev=audio1', '');
}

const LEFT_OVER = '/var/lib/libvirt/qemu/domain-99-seen/vnc.sock';
const ADDRESS = "<listen type='address' address='192.0.2.1'/>";

test.each([
  [`socket='${LEFT_OVER}' port='5903' autoport='no'`, ADDRESS, '127.0.0.1:3'],
  ['', `<listen type='socket' socket='${LEFT_OVER}'/>`, '127.0.0.1:0'],
  [`socket='${LEFT_OVER}'`, "<listen type='none'/>", 'none'],
])('libvirt forgets all that is said of a socket of its own: %s%s', (attributes, inside, words) => {
  expect(vnc(attributes, inside)).toBe(words);
});

test('without libvirt its folder is gone: an address beside it holds, or the socket is made anew', () => {
  expect(vnc(`socket='${LEFT_OVER}' port='5903' autoport='no'`, ADDRESS, 'standalone')).toBe('192.0.2.1:3');
  expect(vnc('', `<listen type='socket' socket='${LEFT_OVER}'/>`, 'standalone')).toBe(
    'vnc=unix:seen-vnc.sock',
  );
});

test('an old form of the path is that of the first <listen>', () => {
  expect(vnc("socket='/run/a'", "<listen type='socket'/>")).toBe('vnc=unix:/run/a');
  expect(vnc("socket='/run/a'", "<listen type='socket' socket='/run/a'/>")).toBe('vnc=unix:/run/a');
  expect(vnc("socket='/run/a'", "<listen type='socket' socket='/run/b'/>")).toEqual(['value-invalid']);
});

test.each([
  ["autoport='no'", '', ['graphics-port']],
  ["port='-1' autoport='no'", '', ['graphics-port']],
  ["port='80'", '', ['graphics-port']],
  ["autoport='no'", "<listen type='socket' socket='/run/a'/>", 'vnc=unix:/run/a'],
  ["autoport='no'", `<listen type='socket' socket='${LEFT_OVER}'/>`, ['graphics-port']],
  ["port='-1'", '', '127.0.0.1:0'],
  ["port='80' autoport='yes'", '', '127.0.0.1:0'],
  ['', '', '127.0.0.1:0'],
])('whether there is a port to be seen at: %s%s', (attributes, inside, said) => {
  expect(vnc(attributes, inside)).toEqual(said);
});

test('without libvirt QEMU looks for a port where none is written', () => {
  expect(vnc("autoport='no'", '', 'standalone')).toBe('127.0.0.1:0,to=99');
});

test.each([
  ["passwd='12345678'", '127.0.0.1:0,password=on'],
  ["passwd='123456789'", ['graphics-password']],
  ["passwd='\u00e9\u00e9\u00e9\u00e9\u00e9'", ['graphics-password']],
  // nobody gets in
  ["passwd=''", '127.0.0.1:0,password=on'],
  ["passwd='a' passwdValidTo='2030-01-31T18:00:00'", '127.0.0.1:0,password=on'],
  ["passwd='a' passwdValidTo='2030-01-31'", ['graphics-password']],
  ["passwd='a' connected='keep'", '127.0.0.1:0,password=on'],
  ["passwd='a' connected='disconnect'", ['graphics-password']],
  // of no password
  ["passwdValidTo='x' connected='fail'", '127.0.0.1:0'],
])('a password: %s', (attributes, said) => {
  expect(vnc(attributes)).toEqual(said);
});
