import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';
import { normalize } from '../../../src/normalize';

const guestOf = (graphics: string, bus = "<graphics type='dbus'/>") =>
  `<domain type='kvm'><name>seen</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
  `<devices>${bus}${graphics}</devices></domain>`;

const conversion = (guest: string, profile: ProfileName = 'standalone') =>
  convert(guest, { qemuVersion: '10.0', profile });

const errors = (guest: string, profile: ProfileName = 'standalone') =>
  conversion(guest, profile).diagnostics.flatMap(({ severity, code }) =>
    severity === 'error' ? [code] : [],
  );

test('QEMU hears nothing of it; who starts it is told how', () => {
  const { argv, plan, diagnostics } = conversion(guestOf("<graphics type='rdp' port='3400'/>"));
  expect(argv).toEqual(conversion(guestOf('')).argv);
  expect(plan?.decisions).toContainEqual(
    expect.objectContaining({ subject: 'rdp', value: '127.0.0.1:3400' }),
  );
  expect(diagnostics.find(({ code }) => code === 'rdp-helper')?.help).toBe(
    'start it once the guest runs, and know that it may let nobody in without a user and a password: qemu-rdp --dbus-address "$DBUS_SESSION_BUS_ADDRESS" --bind-address 127.0.0.1:3400 --cert /etc/pki/libvirt-rdp/server-cert.pem --key /etc/pki/libvirt-rdp/server-key.pem',
  );
});

test('libvirt starts it', () => {
  const { argv, diagnostics } = conversion(guestOf("<graphics type='rdp'/>"), 'libvirt');
  expect(argv).toEqual(conversion(guestOf(''), 'libvirt').argv);
  expect(diagnostics.map(({ code }) => code)).not.toContain('rdp-helper');
});

test.each([
  ["port='3400' autoport='no'", '127.0.0.1:3400'],
  ["port='3400' autoport='yes'", '127.0.0.1:3389'],
  ["port='-1' autoport='no'", '127.0.0.1:3389'],
  ["autoport='no'", '127.0.0.1:3389'],
  ["port='3400' listen='::1'", '[::1]:3400'],
])('where it listens: %s', (attributes, place) => {
  const { plan } = conversion(guestOf(`<graphics type='rdp' ${attributes}/>`));
  expect(plan?.decisions.find(({ subject }) => subject === 'rdp')?.value).toBe(place);
});

test.each(['', "<graphics type='dbus' p2p='yes'/>"])('it needs a screen on a bus: %s', (bus) => {
  expect(errors(guestOf("<graphics type='rdp'/>", bus))).toEqual(['graphics-rdp']);
});

test.each([
  ["<graphics type='rdp' multiUser='no' replaceUser='no'/>", []],
  ["<graphics type='rdp' multiUser='yes'/>", ['graphics-rdp']],
  ["<graphics type='rdp' replaceUser='yes'/>", ['graphics-rdp']],
  ["<graphics type='rdp'><listen type='socket'/></graphics>", ['graphics-rdp']],
  ["<graphics type='rdp'/><graphics type='rdp'/>", ['graphics-twice']],
  ["<graphics type='rdp' listen='::1'><listen type='address'/></graphics>", []],
  ["<graphics type='rdp'><listen type='address'/><listen type='address'/></graphics>", ['graphics-listens']],
  ["<graphics type='rdp' passwd='a' passwdValidTo='never'/>", ['graphics-password']],
  ["<graphics type='rdp' passwd='longer than eight' connected='fail'/>", []],
])('%s', (graphics, codes) => {
  for (const profile of ['standalone', 'libvirt'] as const)
    expect(errors(guestOf(graphics), profile)).toEqual(codes);
});

test.each([
  ['', "port='0' autoport='yes'"],
  // what is written stays
  [" port='-1'", "port='-1' autoport='yes'"],
  [" port='3400'", "port='3400'"],
])('as libvirt shows it: %s', (written, shown) => {
  const { text } = normalize(guestOf(`<graphics type='rdp'${written}/>`), { qemuVersion: '10.0' });
  expect(text).toMatch(new RegExp(`<graphics type='rdp' ${shown}>\\s*<listen type='address'/>`));
});
