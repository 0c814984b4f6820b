import { readQtree } from './qtree';

const TEXT = `bus: main-system-bus
  type System
  dev: hpet, id ""
    gpio-in "" 2
    timers = 3 (0x3)
  dev: i440FX-pcihost, id ""
    bus: pci.0
      type PCI
      dev: virtio-scsi-pci, id "scsi0"
        addr = 02.0
        bus: virtio-bus
          type virtio-pci-bus
          dev: virtio-scsi-device, id ""
            num_queues = 1 (0x1)
            bus: scsi0.0
              type SCSI
              dev: scsi-block, id "scsi0-0-2-5"
                drive = "drive-scsi0-0-2-5"
                channel = 0 (0x0)
                scsi-id = 2 (0x2)
                lun = 5 (0x5)
      dev: PIIX3, id ""
        addr = 01.0
`;

test('devices with their bus and properties', () => {
  const devices = readQtree(TEXT);
  expect(devices.map(({ driver, bus }) => `${driver} on ${bus}`)).toEqual([
    'hpet on main-system-bus',
    'i440FX-pcihost on main-system-bus',
    'virtio-scsi-pci on pci.0',
    'virtio-scsi-device on virtio-bus',
    'scsi-block on scsi0.0',
    'PIIX3 on pci.0',
  ]);
  expect(devices[4]).toEqual({
    driver: 'scsi-block',
    id: 'scsi0-0-2-5',
    bus: 'scsi0.0',
    properties: { drive: 'drive-scsi0-0-2-5', channel: '0', 'scsi-id': '2', lun: '5' },
  });
});
