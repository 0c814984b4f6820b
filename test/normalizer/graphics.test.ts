import { normalize } from '../../src/normalize';

const vnc = (attributes: string, listen: string) =>
  normalize(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><graphics type='vnc'${attributes}>${listen}</graphics></devices></domain>`,
    { qemuVersion: '10.0' },
  ).text?.match(/<graphics[^>]*>/)?.[0];

test('a screen has a port where it is on the network', () => {
  expect(vnc('', '')).toBe("<graphics type='vnc' port='-1' autoport='yes'>");
  expect(vnc(" port='5901'", '')).toBe("<graphics type='vnc' port='5901' autoport='no'>");
  expect(vnc('', "<listen type='socket' socket='/run/a.vnc'/>")).toBe("<graphics type='vnc'>");
  expect(vnc('', "<listen type='none'/>")).toBe("<graphics type='vnc'>");
});
