import { normalize } from '../../src/normalize';

const backend = (xml: string) =>
  normalize(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><rng model='virtio'>${xml}</rng></devices></domain>`,
    { qemuVersion: '10.0' },
  ).text?.match(/<backend.*?(?=<address)/s)?.[0];

test('where random numbers come from is written down where a file is the source', () => {
  expect(backend("<backend model='random'/>")).toBe("<backend model='random'>/dev/random</backend>");
  expect(backend("<backend model='random'>/dev/hwrng</backend>")).toBe(
    "<backend model='random'>/dev/hwrng</backend>",
  );
  expect(backend("<backend model='builtin'/>")).toBe("<backend model='builtin'/>");
});
