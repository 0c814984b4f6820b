import { check } from '../../src/check';

test('huge pages are counted on a host whose mounts are not known', () => {
  const { diagnostics } = check(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><memoryBacking><hugepages><page size='2' unit='MiB'/></hugepages><source type='memfd'/></memoryBacking>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices/></domain>`,
    { qemuVersion: '10.0', host: { schema: 1, hugepagePools: [{ size: 2048, total: 10, free: 10 }] } },
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['hugepages-not-reserved']);
});
