import { convert } from '../../src/convert';

test.each([104, 303])('sockets of a guest whose name has %i characters have room in an address', (length) => {
  const { plan } = convert(
    `<domain type='qemu'>
  <name>${'n'.repeat(length)}</name>
  <memory unit='MiB'>64</memory><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <filesystem type='mount'>
      <driver type='virtiofs'/><source dir='/a'/><target dir='t'/><alias name='ua-${'x'.repeat(90)}'/>
    </filesystem>
    <interface type='user'><backend type='passt'/><model type='virtio'/></interface>
    <tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>
  </devices>
</domain>`,
    { qemuVersion: '9.0' },
  );
  const sockets = (plan?.companions ?? []).map(({ socket = '' }) => socket);
  expect(sockets).toHaveLength(3);
  for (const socket of sockets) expect(socket.length).toBeLessThanOrEqual(107);
});
