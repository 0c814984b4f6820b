import { check } from '../../src/check';
import type { HostFacts } from '../../src/host/facts';

test('huge pages are counted on a host whose mounts are not known', () => {
  const { diagnostics } = check(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><memoryBacking><hugepages><page size='2' unit='MiB'/></hugepages><source type='memfd'/></memoryBacking>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices/></domain>`,
    { qemuVersion: '10.0', host: { schema: 1, hugepagePools: [{ size: 2048, total: 10, free: 10 }] } },
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['hugepages-not-reserved']);
});

const CELLS =
  "<cpu><numa><cell id='0' cpus='0' memory='64' unit='MiB'/><cell id='1' cpus='1' memory='64' unit='MiB'/></numa></cpu>";

/** What is said of a guest of two cells whose pages are these, on a host with some of 2 MiB. */
function ofPages(pages: string, hugepages: HostFacts['hugepages'], free = 10): string[] {
  const { diagnostics } = check(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>128</memory><vcpu>2</vcpu><memoryBacking><hugepages>${pages}</hugepages></memoryBacking>
<os><type arch='x86_64' machine='q35'>hvm</type></os>${CELLS}<devices/></domain>`,
    {
      qemuVersion: '10.0',
      host: { schema: 1, hugepages, hugepagePools: [{ size: 2048, total: free, free }] },
    },
  );
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('huge'));
}

const MOUNTED: HostFacts['hugepages'] = [{ size: 2048, mount: '/dev/hugepages', default: true }];
const page = (size: number, unit: string, node: number) =>
  `<page size='${size}' unit='${unit}' nodeset='${node}'/>`;

test('pages of the usual size beside huge ones leave these to be counted', () => {
  const both = page(4, 'KiB', 0) + page(2, 'MiB', 1);
  expect(ofPages(both, MOUNTED)).toEqual(['hugepages-not-reserved']);
  expect(ofPages(both, MOUNTED, 1000)).toEqual([]);
});

test('pages that are not mounted are told as such, and not counted besides', () => {
  const both = page(2, 'MiB', 0) + page(1, 'GiB', 1);
  expect(ofPages(both, MOUNTED)).toEqual(['hugepage-missing']);
  expect(ofPages('', MOUNTED)).toEqual(['hugepages-not-reserved']);
  expect(ofPages('', [])).toEqual(['hugepage-missing']);
});
