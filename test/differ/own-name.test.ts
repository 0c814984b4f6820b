import { convert } from '../../src/convert';
import { ownName } from '../../src/differ/own-name';

/** The names of the devices that a guest passes through. */
function names(devices: string): (string | undefined)[] {
  const { plan } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0', host: { schema: 1 } },
  );
  return (plan?.devices ?? []).filter(({ kind }) => kind === 'hostdev').map(ownName);
}

test('a device of the host is known by what it is there', () => {
  const uuid = 'b0a67f1c-1d1e-4f4e-8a3a-0f7f7a5b0c11';
  const pci =
    "<hostdev mode='subsystem' type='pci'><source><address domain='0x0' bus='0x6' slot='0x12' function='0x5'/></source></hostdev>";
  const mdev = `<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='${uuid}'/></source></hostdev>`;
  const usb =
    "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>";
  expect(names(pci + mdev + usb)).toEqual(['0000:06:12.5', `/sys/bus/mdev/devices/${uuid}`, undefined]);
});
