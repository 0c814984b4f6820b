import { convert } from '../../../src/convert';

const accel = (type: string) => {
  const { argv = [] } = convert(
    `<domain type='${type}'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<features><kvm><dirty-ring state='on' size='4096'/></kvm></features><devices/></domain>`,
    { qemuVersion: '10.0' },
  );
  return argv[argv.indexOf('-accel') + 1];
};

test('only KVM has a ring of dirty pages', () => {
  expect(accel('kvm')).toBe('kvm,dirty-ring-size=4096');
  expect(accel('qemu')).toBe('tcg');
});
