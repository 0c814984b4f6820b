import { check } from '../../src/check';
import type { HostFacts } from '../../src/host/facts';

const HELPER = "<interface type='bridge'><source bridge='br0'/><model type='virtio'/></interface>";
const TAP =
  "<interface type='ethernet'><driver name='qemu'/><target dev='tap0'/><model type='virtio'/></interface>";

const host = (tun: 'absent' | 'none'): HostFacts => ({
  schema: 1,
  nodes: [
    tun === 'absent'
      ? { path: '/dev/net/tun', kind: 'absent' }
      : { path: '/dev/net/tun', kind: 'character', access: 'none' },
  ],
});

const said = (devices: string, facts: HostFacts) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
    { host: facts },
  )
    .diagnostics.filter(({ code }) => code.startsWith('device-node'))
    .map(({ code, stopsStart }) => `${code} ${stopsStart}`);

test("a bridge's helper opens the node with rights of its own, but it must be there", () => {
  expect(said(HELPER, host('none'))).toEqual([]);
  expect(said(HELPER, host('absent'))).toEqual(['device-node-missing true']);
});

test('QEMU opens it with those of this user, whoever comes first', () => {
  expect(said(HELPER + TAP, host('none'))).toEqual(['device-node-denied true']);
  expect(said(TAP + TAP, host('absent'))).toEqual(['device-node-missing true']);
});

test('a screen with blobs needs memory that it can share with the kernel', () => {
  const screen = (blob: string) => `<video><model type='virtio' blob='${blob}'/></video>`;
  const facts: HostFacts = { schema: 1, nodes: [{ path: '/dev/udmabuf', kind: 'absent' }] };
  const memory = (devices: string) =>
    check(
      `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><memoryBacking><source type='memfd'/></memoryBacking>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
      { host: facts },
    ).diagnostics.filter(({ code }) => code === 'device-node-missing');
  expect(memory(screen('on'))).toMatchObject([
    { help: expect.stringContaining('modprobe udmabuf') as string },
  ]);
  expect(memory(screen('off'))).toEqual([]);
});
