import { Asked } from '../../../src/launcher/realized/expectation';
import { objectExpectations } from '../../../src/launcher/realized/device';
import type { Qmp } from '../../../src/qemu/probe/qmp';

test('the drive of a USB disk is asked of the SCSI disk that usb-storage makes', async () => {
  const asked: unknown[] = [];
  const qmp = {
    ask: (_command: string, args: unknown) => Promise.resolve(asked.push(args)),
  } as unknown as Qmp;
  const properties = { driver: 'usb-storage', id: 'usb-disk0', drive: 'd', port: '1' };
  for (const { ask } of objectExpectations('/machine/peripheral', properties)) await ask(new Asked(qmp));
  expect(asked).toEqual([
    { path: '/machine/peripheral/usb-disk0', property: 'type' },
    { path: '/machine/peripheral/usb-disk0/usb-disk0.0/legacy[0]', property: 'drive' },
    { path: '/machine/peripheral/usb-disk0', property: 'port' },
  ]);
});
