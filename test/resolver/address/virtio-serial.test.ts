import { convert } from '../../../src/convert';

test('channels that the controllers have no port for share another', () => {
  const channels = ['a', 'b', 'c', 'd'].map(
    (name) => `<channel type='pty'><target type='virtio' name='${name}'/></channel>`,
  );
  const { argv } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><controller type='virtio-serial' ports='2'/>${channels.join('')}</devices></domain>`,
    { qemuVersion: '10.0' },
  );
  expect(
    argv
      ?.filter((word) => word.startsWith('virtserialport'))
      .map((word) => /bus=[^,]+,nr=\d+/.exec(word)?.[0]),
  ).toEqual([
    'bus=virtio-serial0.0,nr=1',
    'bus=virtio-serial1.0,nr=1',
    'bus=virtio-serial1.0,nr=2',
    'bus=virtio-serial1.0,nr=3',
  ]);
});
