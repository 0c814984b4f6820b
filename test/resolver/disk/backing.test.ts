import { convert } from '../../../src/convert';

const disk = (driver: string, chain: string) =>
  `<domain type='qemu'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>` +
  `<disk type='file' device='disk'>${driver}<source file='/top'/>${chain}<target dev='vda' bus='virtio'/></disk></devices></domain>`;

const below = (format: string, chain = '<backingStore/>') =>
  `<backingStore type='file'><format type='${format}'/><source file='/below'/>${chain}</backingStore>`;

const refusals = (xml: string) =>
  (['standalone', 'libvirt'] as const).flatMap((profile) =>
    convert(xml, { profile }).diagnostics.flatMap(({ severity, code, at }) =>
      severity === 'error' ? [`${code} ${at?.path}`] : [],
    ),
  );

test.each(['qcow', 'qcow2', 'qed', 'vmdk'])('%s has images below it', (format) => {
  expect(refusals(disk(`<driver name='qemu' type='${format}'/>`, below('raw')))).toEqual([]);
});

test.each(["<driver name='qemu' type='raw'/>", "<driver name='qemu'/>", "<driver name='qemu' type='vdi'/>"])(
  '%s has none, but may say so',
  (driver) => {
    const places = refusals(disk(driver, below('raw')));
    expect(places).toHaveLength(2);
    expect(places[0]).toMatch(/^disk-option-conflict .*disk.*\/backingStore/);
    expect(refusals(disk(driver, '<backingStore/>'))).toEqual([]);
  },
);

test('nor has a raw one in the middle', () => {
  const chain = below('raw', below('qcow2'));
  expect(refusals(disk("<driver name='qemu' type='qcow2'/>", chain))).toHaveLength(2);
});
