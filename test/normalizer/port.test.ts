import { normalize } from '../../src/normalize';

const ports = (devices: string) =>
  normalize(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0' },
  ).text?.match(/<parallel.*?<\/parallel>/gs);

test('a parallel port is the first one, unless it has a number', () => {
  const written = ports("<parallel type='pty'/><parallel type='pty'><target port='2'/></parallel>");
  expect(written).toEqual([
    "<parallel type='pty'><target port='0'/></parallel>",
    "<parallel type='pty'><target port='2'/></parallel>",
  ]);
});
