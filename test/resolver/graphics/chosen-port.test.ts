import { convert } from '../../../src/convert';

const decisions = (graphics: string, profile: 'standalone' | 'libvirt' = 'standalone') => {
  const { plan } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${graphics}</devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  return plan?.decisions.filter(({ subject }) => subject === 'spice').map(({ value }) => value);
};

test('a port of SPICE that the XML leaves open is said to be chosen, since QEMU looks for no free one', () => {
  expect(decisions("<graphics type='spice' autoport='yes'/>")).toEqual(['127.0.0.1, port 5901']);
  expect(decisions("<graphics type='spice' port='5930'/>")).toEqual([]);
  expect(decisions("<graphics type='spice' autoport='yes'/>", 'libvirt')).toEqual([]);
});
