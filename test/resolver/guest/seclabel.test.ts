import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

const refusals = (label: string, profile: ProfileName) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>${label}</domain>`,
    { qemuVersion: '10.0', profile },
  ).diagnostics.filter(({ code }) => code === 'seclabel-invalid').length;

test.each([
  ['<seclabel/>', 1],
  ["<seclabel relabel='yes'/>", 1],
  ["<seclabel type='static'><label>a</label></seclabel>", 1],
  ["<seclabel type='dynamic'><baselabel>a</baselabel></seclabel>", 1],
  ["<seclabel type='dynamic' model='dac'><baselabel>a</baselabel></seclabel>", 0],
  ["<seclabel type='dynamic'><baselabel/></seclabel>", 0],
  ["<seclabel type='dynamic'/>", 0],
  ["<seclabel type='none'/>", 0],
])('libvirt wants to know whose label %s is, if it cannot be the host’s own: %i', (label, count) => {
  expect(refusals(label, 'libvirt')).toBe(count);
  expect(refusals(label, 'standalone')).toBe(0);
});
