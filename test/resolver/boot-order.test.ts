import { convert } from '../../src/convert';

test.each(['2.0.0', '10.0.0'])('what a PC cannot be told to load is left out: QEMU %s', (qemuVersion) => {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/><boot order='1' loadparm='2'/></disk></devices></domain>`;
  const { argv = [], diagnostics } = convert(xml, { qemuVersion });
  expect(diagnostics.map(({ code, at }) => `${code} ${at?.path ?? ''}`)).toEqual([
    'qemu-leaves-out domain/devices/disk/boot/@loadparm',
  ]);
  expect(argv.join(' ')).toContain('bootindex=1');
  expect(argv.join(' ')).not.toContain('loadparm');
});
