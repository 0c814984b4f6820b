import { convert } from '../../../../src/convert';

const cache = (level: number) =>
  `<cache level='${level}' associativity='direct' policy='writeback'><size value='10' unit='KiB'/><line value='8' unit='B'/></cache>`;

const errors = (link: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<cpu mode='custom'><model>qemu64</model><numa><cell id='0' cpus='0' memory='64' unit='MiB'>${cache(1)}${cache(2)}</cell>
<interconnects><latency initiator='0' target='0' ${link} type='access' value='5'/></interconnects></numa></cpu><devices/></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('a link goes to any of the caches of a cell', () => {
  expect(['', "cache='1'", "cache='2'"].flatMap(errors)).toEqual([]);
  expect(errors("cache='3'")).toEqual(['numa-link-invalid']);
});
