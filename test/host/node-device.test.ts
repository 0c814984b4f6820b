import { nodeDeviceOf } from '../../src/host/node-device';
import { wwnDigits } from '../../src/model/wwn';

test.each([
  ['scsi_2_0_4_0', { is: 'scsi', hctl: { host: 2, channel: 0, target: 4, lun: '0' } }],
  [
    '2:0:4:18446744073709551615',
    { is: 'scsi', hctl: { host: 2, channel: 0, target: 4, lun: '18446744073709551615' } },
  ],
  ['scsi_target2_0_4', { is: 'scsi_target', host: 2, channel: 0, target: 4 }],
  ['scsi_host12', { is: 'scsi_host', host: 12 }],
  ['pci_0000_00_1f_2', { is: 'pci', address: '0000:00:1f.2' }],
  ['0000:00:1f.2', { is: 'pci', address: '0000:00:1f.2' }],
  ['scsi_generic_sg3', { is: 'node', path: '/dev/sg3' }],
  ['block_sdb_ST9160411AS_5TG11QWL', { is: 'node', path: '/dev/sdb', serial: 'ST9160411AS_5TG11QWL' }],
  ['block_dm_0', { is: 'node', path: '/dev/dm-0' }],
  ['sdaa', { is: 'node', path: '/dev/sdaa' }],
  ['/dev/tape/by-id/scsi-3500', { is: 'node', path: '/dev/tape/by-id/scsi-3500' }],
  ['wwn-0x5000c500a1b2c3d4', { is: 'link', name: 'wwn-0x5000c500a1b2c3d4' }],
  ['pci-0000:00:1f.2-ata-1', { is: 'link', name: 'pci-0000:00:1f.2-ata-1' }],
  ['usb_1_2', { is: 'unknown' }],
  ['../sda', { is: 'unknown' }],
])('%s', (name, expected) => {
  expect(nodeDeviceOf(name)).toEqual(expected);
});

test.each(['naa.5000C500A1B2C3D4', '0x5000c500a1b2c3d4', '50:00:c5:00:a1:b2:c3:d4', '5000c500a1b2c3d4'])(
  'the WWN %s',
  (text) => {
    expect(wwnDigits(text)).toBe('5000c500a1b2c3d4');
  },
);

test.each(['5000', 'naa.5000c500a1b2c3dg', '0x5000c500a1b2c3d4e', ''])('no WWN: "%s"', (text) => {
  expect(wwnDigits(text)).toBeUndefined();
});
