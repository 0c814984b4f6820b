import { convert } from '../../src/convert';

const errors = (backend: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><rng model='virtio'>${backend}</rng></devices></domain>`,
    { qemuVersion: '10.0' },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('the daemon behind a generator is reached as any character device is', () => {
  expect(errors("<backend model='egd' type='udp'><source mode='connect' host='h'/></backend>")).toEqual([
    'value-missing',
  ]);
  expect(
    errors("<backend model='egd' type='udp'><source mode='connect' host='h' service='708'/></backend>"),
  ).toEqual([]);
});
