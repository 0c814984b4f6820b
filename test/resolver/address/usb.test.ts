import { convert } from '../../../src/convert';

/** The `-device` arguments of hubs and tablets, as `driver port`. */
function ports(model: string, tablets: number): string[] {
  const { argv = [] } = convert(
    `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><controller type='usb' model='${model}'/>${"<input type='tablet' bus='usb'/>".repeat(tablets)}<memballoon model='none'/></devices></domain>`,
    { profile: 'libvirt', qemuVersion: '10.0.0' },
  );
  return argv
    .filter((part) => /"driver":"usb-(hub|tablet)"/.test(part))
    .map((part) => /"driver":"usb-(hub|tablet)".*"port":"([\d.]+)"/.exec(part)?.slice(1).join(' ') ?? part);
}

const hubs = (model: string, tablets: number) =>
  ports(model, tablets).filter((line) => line.startsWith('hub')).length;

test('OHCI has three ports, and a fourth device a hub', () => {
  expect(ports('pci-ohci', 3)).toEqual(['tablet 1', 'tablet 2', 'tablet 3']);
  expect(ports('pci-ohci', 4)).toEqual(['hub 1', 'tablet 2', 'tablet 3', 'tablet 1.1', 'tablet 1.2']);
});

// libvirt counts so: at a multiple of seven beyond the ports the last hub is empty.
test.each([
  [2, 0],
  [3, 1],
  [8, 1],
  [9, 2],
  [15, 2],
  [16, 3],
])('UHCI with %i devices has %i hubs', (tablets, expected) => {
  expect(hubs('piix3-uhci', tablets)).toBe(expected);
});
