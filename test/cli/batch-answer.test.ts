import { batch, request } from './batch';
import { command, MINIMAL } from './command';

/** Something runs beside QEMU, something is done before it, something is set for it, and not all is well. */
const guest = `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>a</name>
  <uuid>8e1b2c5a-6a0b-4c7d-9d60-0b7f6a1d2e3f</uuid>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <colour/>
  <devices>
    <disk type='block' device='lun' rawio='yes'>
      <source dev='/dev/disk/by-id/wwn-0x5000c500a1b2c3d4'/>
      <target dev='sda' bus='scsi'/>
    </disk>
    <tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>
  </devices>
  <qemu:commandline><qemu:env name='DEBUG' value='yes'/></qemu:commandline>
</domain>`;

test('an answer says all that a start needs, as --output json does', () => {
  const [answer = {}] = batch([request(1, guest)]);
  const { stdout } = command(['--host', 'none', '--output', 'json', '-'], { input: guest });
  const document = JSON.parse(stdout) as Record<string, unknown>;
  for (const key of ['argv', 'environment', 'companions', 'resources', 'hostSteps'])
    expect(answer[key]).toEqual(document[key]);
  expect(answer).toMatchObject({
    environment: { DEBUG: 'yes' },
    companions: [{ name: 'swtpm' }],
    hostSteps: [{ prefix: expect.anything() as unknown }, {}],
    warnings: [{ code: 'unread-element' }],
    notes: [{ severity: 'note' }],
  });
  const [plain = {}] = batch([request(1, MINIMAL)]);
  expect(Object.keys(plain)).toEqual(['id', 'ok', 'argv', 'warnings']);
});
