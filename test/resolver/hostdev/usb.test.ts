import { convert } from '../../../src/convert';

const codes = (source: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<hostdev mode='subsystem' type='usb'><source>${source}</source></hostdev></devices></domain>`,
    { qemuVersion: '10.0' },
  ).diagnostics.map(({ code }) => code);

test('bus 0 and device 0 name no device of a host', () => {
  expect(codes("<address bus='0' device='0'/>")).toContain('usb-host-unnamed');
  expect(codes("<vendor id='0x1'/><product id='0x2'/><address bus='0' device='0'/>")).not.toContain(
    'usb-host-unnamed',
  );
  expect(codes("<address bus='1' device='0'/>")).not.toContain('usb-host-unnamed');
});

test('a bus alone does not find a device, nor a port', () => {
  const found = (address: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/>${address}</source></hostdev></devices></domain>`,
      { qemuVersion: '10.0' },
    )
      .argv?.filter((word) => word.startsWith('usb-host,'))
      .map((word) => word.replace(/,id=.*/, ''));
  expect(found("<address bus='1'/>")).toEqual(['usb-host,vendorid=1,productid=2']);
  expect(found("<address bus='1' port='3'/>")).toEqual([
    'usb-host,hostbus=1,hostport=3,vendorid=1,productid=2',
  ]);
});
