import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

/** The drivers of the SCSI adapters of a guest with these controllers and so many LUNs of the host. */
function adapters(controllers: string, luns: number, profile: ProfileName): (string | undefined)[] {
  const hostdevs = Array.from(
    { length: luns },
    (_, lun) =>
      `<hostdev mode='subsystem' type='scsi'><source protocol='iscsi' name='iqn.2001-04.com.example:a/${lun}'><host name='h' port='3260'/></source></hostdev>`,
  );
  const { argv = [] } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${controllers}${hostdevs.join('')}</devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  const id = /^{?(?:"driver":)?"?(virtio-scsi-pci|lsi|mptsas1068|megasas)"?,"?id"?[=:]"?scsi\d/;
  return argv.map((word) => id.exec(word)?.[1]).filter((driver) => driver !== undefined);
}

const on = (model: string, index = 0) => `<controller type='scsi' index='${index}' model='${model}'/>`;

describe.each(['libvirt', 'standalone'] as const)('%s', (profile) => {
  test.each([
    ['virtio-scsi', on('virtio-scsi'), 15, ['virtio-scsi-pci', 'virtio-scsi-pci', 'virtio-scsi-pci']],
    ['lsisas1068', on('lsisas1068'), 8, ['mptsas1068', 'mptsas1068']],
    [
      'the last of two',
      on('virtio-scsi') + on('lsisas1078', 1),
      15,
      ['virtio-scsi-pci', 'megasas', 'megasas'],
    ],
    ['none before it', '', 1, ['lsi']],
  ])('LUNs of the host that have no place get an adapter as before: %s', (_what, given, luns, expected) => {
    expect(adapters(given, luns, profile)).toEqual(expected);
  });
});
