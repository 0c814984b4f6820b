import { convert } from '../../../../src/convert';

/** A disk with a label of its own, in a guest with this one. */
const guest = (own: string, label: string) =>
  `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
  `<devices><disk type='file'><source file='/srv/a.img'>${own}</source><target dev='vda'/></disk></devices>${label}</domain>`;

test.each([
  ["<seclabel model='dac' relabel='no'/>", "<seclabel type='dynamic' model='dac'/>", true],
  ["<seclabel model='dac' relabel='no'/>", "<seclabel type='none' model='selinux'/>", true],
  ["<seclabel model='dac' relabel='no'/>", "<seclabel type='none' model='dac'/>", false],
  ["<seclabel model='dac' relabel='no'/>", "<seclabel type='none'/>", true],
  ["<seclabel relabel='no'/>", "<seclabel type='none'/>", true],
  [
    "<seclabel model='dac' relabel='no'/>",
    "<seclabel type='static' model='dac'><label>+1:+1</label></seclabel>",
    false,
  ],
])('%s of a disk beside %s', (own, label, fits) => {
  const { diagnostics } = convert(guest(own, label), { qemuVersion: '10.0', profile: 'libvirt' });
  expect(diagnostics.every(({ code }) => code !== 'seclabel-invalid')).toBe(fits);
});
