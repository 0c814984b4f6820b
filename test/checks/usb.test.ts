import { check } from '../../src/check';
import type { Access, HostFacts } from '../../src/host/facts';

const stick = (access?: Access): HostFacts => ({
  schema: 1,
  usb: [{ bus: 1, device: 5, vendor: '0951', product: '1666', port: '4', access }],
});

const guest = (source: string) => `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><hostdev mode='subsystem' type='usb'><source>${source}</source></hostdev></devices></domain>`;

const PRODUCT = "<vendor id='0x0951'/><product id='0x1666'/>";
const ADDRESS = "<address bus='1' device='5'/>";

const denied = (source: string, access?: Access) =>
  check(guest(source), { host: stick(access) }).diagnostics.filter(({ code }) => code === 'usb-denied');

test.each(['none', 'read-only'] as const)('a node that this user may not write to: %s', (access) => {
  const [one] = denied(PRODUCT, access);
  expect(one).toMatchObject({ severity: 'warning', at: { line: 3 } });
  expect(one!.message).toContain('/dev/bus/usb/001/005');
  expect(one!.help).toContain('ATTR{idVendor}=="0951", ATTR{idProduct}=="1666"');
});

test('by its address it is part of the start', () => {
  expect(denied(PRODUCT, 'none')[0]!.stopsStart).toBeUndefined();
  expect(denied(ADDRESS, 'none')[0]!.stopsStart).toBe(true);
  expect(denied(PRODUCT + ADDRESS, 'none')).toHaveLength(1);
});

test('by its port it is found wherever it is plugged in next', () => {
  const codes = (source: string) =>
    check(guest(source), { host: stick() }).diagnostics.map(({ code }) => code);
  expect(codes("<address bus='1' port='4'/>")).toEqual([]);
  expect(codes(`${PRODUCT}<address bus='1' port='4'/>`)).toEqual([]);
  expect(codes("<address bus='1' port='4.1'/>")).toEqual(['usb-absent']);
  expect(codes("<vendor id='0x1'/><product id='0x2'/><address bus='1' port='4'/>")).toEqual(['usb-other']);
  expect(denied("<address bus='1' port='4'/>", 'none')[0]!.stopsStart).toBeUndefined();
});

test('one that may be opened, or of which nothing is known', () => {
  expect(denied(ADDRESS, 'read-write')).toEqual([]);
  expect(denied(ADDRESS)).toEqual([]);
});
