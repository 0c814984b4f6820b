import { convert } from '../../../../src/convert';

const unknown = (type: string, attributes: string) =>
  convert(
    `<domain type='${type}'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<cpu mode='custom' match='minimum' ${attributes}><model>Nonesuch</model></cpu><devices/></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  ).diagnostics.flatMap(({ code }) => (code === 'cpu-model-unknown' ? [code] : []));

test('libvirt looks up the least that a guest needs where it compares it with the host alone', () => {
  expect(unknown('kvm', '')).toEqual(['cpu-model-unknown']);
  expect(unknown('kvm', "check='partial'")).toEqual(['cpu-model-unknown']);
  expect(unknown('kvm', "check='none'")).toEqual([]);
  expect(unknown('qemu', "check='partial'")).toEqual([]);
});
