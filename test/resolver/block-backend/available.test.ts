import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';

const host = (active: boolean): HostFacts => ({
  schema: 1,
  pools: [{ name: 'p', type: 'dir', active, volumes: [{ name: 'x', type: 'file', path: '/srv/x' }] }],
});

/** Whether the guest starts with the volume as a disk, without it, or not at all. */
function outcome(pool: string, volume: string, facts: HostFacts) {
  const { argv } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='volume'><source pool='${pool}' volume='${volume}' startupPolicy='optional'/><target dev='vda' bus='virtio'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host: facts },
  );
  return argv && (argv.some((word) => word.includes('/srv/x')) ? 'with' : 'without');
}

test('a guest starts without a volume that is not there, whatever of it is missing', () => {
  expect(outcome('p', 'x', host(true))).toBe('with');
  expect(outcome('p', 'x', host(false))).toBe('without');
  expect(outcome('q', 'x', host(true))).toBe('without');
  expect(outcome('p', 'y', host(true))).toBe('without');
});
