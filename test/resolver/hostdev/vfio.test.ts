import { convert } from '../../../src/convert';

const guest = (inner: string, managed = 'yes') =>
  `<domain type='kvm'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<hostdev mode='subsystem' type='pci' managed='${managed}'><source><address bus='5' slot='0' function='1'/></source>${inner}</hostdev>
</devices></domain>`;

test('a managed device is bound to the driver that the XML names', () => {
  const [step] = convert(guest("<driver name='vfio' model='mlx5_vfio_pci'/>")).plan!.hostSteps;
  expect(step).toMatchObject({ what: 'PCI device 0000:05:00.1 must be bound to mlx5_vfio_pci' });
  expect(step!.commands.slice(0, 2)).toEqual([
    'modprobe mlx5_vfio_pci',
    'echo mlx5_vfio_pci > /sys/bus/pci/devices/0000:05:00.1/driver_override',
  ]);
  expect(convert(guest('')).plan!.hostSteps).toMatchObject([
    { what: expect.stringMatching(/to vfio-pci$/) as string },
  ]);
  expect(convert(guest("<driver model='mlx5_vfio_pci'/>", 'no')).plan!.hostSteps).toEqual([]);
});

test('a device that the host has with that driver already is neither bound nor given back', () => {
  const steps = (driver: string | undefined, inner = '') => {
    const one = { address: '0000:05:00.1', class: '020000', vendor: '8086', device: '1572', driver };
    const other = { ...one, address: '0000:05:00.0', driver: 'vfio-pci' };
    const host = { schema: 1, scsi: [], adapters: [], block: [], pci: [other, one] } as const;
    const { hostSteps = [], decisions = [] } = convert(guest(inner), { host }).plan ?? {};
    return [hostSteps.length, decisions.filter(({ subject }) => subject === one.address).length];
  };
  expect(steps('vfio-pci')).toEqual([0, 1]);
  expect(steps('ixgbe')).toEqual([1, 0]);
  expect(steps(undefined)).toEqual([1, 0]);
  expect(steps('vfio-pci', "<driver name='vfio' model='mlx5_vfio_pci'/>")).toEqual([1, 0]);
});

test('a device that is still with its own driver is left there', () => {
  const [step] = convert(guest('')).plan!.hostSteps;
  expect(step!.undo?.[1]).toBe(
    '[ ! -e /sys/bus/pci/drivers/vfio-pci/0000:05:00.1 ] || echo 0000:05:00.1 > /sys/bus/pci/devices/0000:05:00.1/driver/unbind',
  );
});

test.each(['vfio; reboot', '$(reboot)', '-r vfio', ''])(
  'what is no name of a driver gets into no command: %j',
  (name) => {
    const { argv, diagnostics } = convert(guest(`<driver name='vfio' model='${name}'/>`));
    expect(argv).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'value-invalid', at: { line: 2 } }]);
  },
);
