/** Real LUNs, through the real iSCSI initiator of each QEMU: what was asked for is what QEMU realized. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import { startMachine } from './machine';
import { describeEachQemu, installed, missing } from './qemus';
import { startTarget, type Target } from './tgt';

/** A disk and a CD as `<disk device='lun'>`, the tape as a hostdev, on one virtio-scsi controller. */
const guest = ({ iqn, port, disk, cdrom, tape }: Target) => `<domain type='qemu'>
  <name>luns</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <controller type='scsi' index='0' model='virtio-scsi'/>
    <disk type='network' device='lun'>
      <driver name='qemu' type='raw'/>
      <source protocol='iscsi' name='${iqn}/${disk}'><host name='127.0.0.1' port='${port}'/></source>
      <target dev='sda' bus='scsi'/>
      <address type='drive' controller='0' bus='0' target='2' unit='5'/>
    </disk>
    <disk type='network' device='lun'>
      <driver name='qemu' type='raw'/>
      <source protocol='iscsi' name='${iqn}/${cdrom}'><host name='127.0.0.1' port='${port}'/></source>
      <target dev='sdb' bus='scsi'/>
      <readonly/>
      <address type='drive' controller='0' bus='0' target='255' unit='0'/>
    </disk>
    <hostdev mode='subsystem' type='scsi'>
      <source protocol='iscsi' name='${iqn}/${tape}'><host name='127.0.0.1' port='${port}'/></source>
      <address type='drive' controller='0' bus='0' target='3' unit='16383'/>
    </hostdev>
    <memballoon model='none'/>
  </devices>
</domain>`;

interface Way {
  readonly title: string;
  readonly options: ConvertOptions;
  /** The devices of disk, CD and tape. */
  readonly drivers: readonly [string, string, string];
}

const WAYS: readonly Way[] = [
  { title: 'by the decision table', options: {}, drivers: ['scsi-block', 'scsi-block', 'scsi-generic'] },
  {
    title: 'as block nodes',
    options: { storage: 'blockdev' },
    drivers: ['scsi-block', 'scsi-block', 'scsi-generic'],
  },
  {
    title: 'all generic',
    options: { scsiPassthrough: 'generic' },
    drivers: ['scsi-generic', 'scsi-generic', 'scsi-generic'],
  },
];

if (!installed('tgtd', ['--version'])) missing('LUNs of an iSCSI target', 'tgtd (Debian: tgt)');
else
  describeEachQemu('LUNs of an iSCSI target', ({ binary, version }) => {
    let target: Target;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'luns-'));
      target = await startTarget();
    }, 20_000);
    afterAll(async () => {
      await target.stop();
      rmSync(folder, { recursive: true });
    });

    test.each(WAYS)(
      '$title',
      async ({ options, drivers }) => {
        const qmp = join(folder, 'qmp');
        const { argv, diagnostics } = convert(guest(target), {
          ...options,
          qemuVersion: version,
          accel: 'tcg',
          paused: true,
          qmp,
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const machine = await startMachine([binary, ...argv!.slice(1)], qmp);
        try {
          const realized = (await machine.qtree()).filter(({ bus }) => bus === 'scsi0.0');
          const places = realized.map(({ driver, properties }) => [
            driver,
            properties['channel'],
            properties['scsi-id'],
            properties['lun'],
          ]);
          expect(places.sort((a, b) => Number(a[2]) - Number(b[2]))).toEqual([
            [drivers[0], '0', '2', '5'],
            [drivers[2], '0', '3', '16383'],
            [drivers[1], '0', '255', '0'],
          ]);
          const blocks = (await machine.execute('query-block')) as {
            qdev: string;
            inserted: { file: string };
          }[];
          const behind = Object.fromEntries(
            blocks.map(({ qdev, inserted }) => [qdev, /"lun": "?(\d+)/.exec(inserted.file)?.[1]]),
          );
          expect(behind).toEqual({
            'scsi0-0-2-5': String(target.disk),
            'scsi0-0-255-0': String(target.cdrom),
            hostdev0: String(target.tape),
          });
        } finally {
          await machine.stop();
        }
      },
      30_000,
    );
  });
