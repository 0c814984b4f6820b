/** Behind usb-bot the guest sees what the XML says: a disk or a CD-ROM. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import { startMachine } from './machine';
import { describeEachQemu } from './qemus';

const GUEST = readFileSync(join(__dirname, '../cases/usb/bot/guest.xml'), 'utf8');

describeEachQemu('usb-bot', ({ binary, version }) => {
  test('a disk and a CD-ROM', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bot-'));
    for (const name of ['stick.raw', 'install.iso', 'other.raw'])
      writeFileSync(join(folder, name), Buffer.alloc(1 << 20));
    const qmp = join(folder, 'qmp');
    try {
      const { argv } = convert(GUEST.replaceAll('/images', folder).replace(" cache='none'", ''), {
        qmp,
        paused: true,
        program: binary,
        qemuVersion: version,
      });
      const machine = await startMachine(argv ?? [], qmp);
      const tree = (await machine.execute('human-monitor-command', {
        'command-line': 'info qtree',
      })) as string;
      await machine.stop();
      const drivers = [...tree.matchAll(/dev: (usb-bot|scsi-\w+|usb-storage), id "([^"]*)"/g)].map(
        ([, driver, id]) => `${driver} ${id}`,
      );
      expect(drivers).toEqual(
        expect.arrayContaining(['usb-bot usb-disk0', 'scsi-hd usb-disk0-device', 'scsi-cd usb-disk1-device']),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
