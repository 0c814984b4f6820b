import { check } from '../../../src/check';

function initiator(uuid: string): string | undefined {
  const { diagnostics } = check(
    `<domain type='qemu'><name>store</name>${uuid}<memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>
<disk type='network' device='lun'><source protocol='iscsi' name='iqn.2026-01.org.example:disks/2'><host name='192.0.2.7'/></source><target dev='sdb' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion: '10.0' },
  );
  return diagnostics
    .find(({ code }) => code === 'iscsi-initiator-default')
    ?.message.split(' ')
    .at(-1);
}

test.each([
  ['', 'store'],
  ['<uuid>6D3F3F0E-0d0c-4b52-8f0f-6c4b3c1f1a00</uuid>', '6d3f3f0e-0d0c-4b52-8f0f-6c4b3c1f1a00'],
  ['<uuid>00000000-0000-0000-0000-000000000000</uuid>', 'store'],
])('QEMU logs in by the UUID, and by the name where there is none: %s', (uuid, name) => {
  expect(initiator(uuid)).toBe(`iqn.2008-11.org.linux-kvm:${name}`);
});
