import { convert } from '../../../src/convert';
import type { StorageForm } from '../../../src/model/profile';

const decided = (storage: StorageForm) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/><iotune><total_iops_sec>5</total_iops_sec></iotune></disk></devices></domain>`,
    { qemuVersion: '10.0', storage },
  ).plan?.decisions.flatMap(({ value }) => (value === '-drive' ? [value] : []));

test('what a disk needs is a choice where it differs from what was asked for', () => {
  expect(decided('blockdev')).toEqual(['-drive']);
  expect(decided('drive')).toEqual([]);
});
