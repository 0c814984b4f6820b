import { convert } from '../../../src/convert';

const base = (clock: string) => {
  const { argv = [] } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>${clock}<devices/></domain>`,
    { qemuVersion: '10.0', host: { schema: 1, clock: { now: 1_000_000_000, utcOffset: 7200 } } },
  );
  return argv[argv.indexOf('-rtc') + 1];
};

test('a clock that runs ahead counts from what it is based on', () => {
  expect(base("<clock offset='variable' adjustment='60'/>")).toBe('base=2001-09-09T01:47:40');
  expect(base("<clock offset='variable' adjustment='60' basis='localtime'/>")).toBe(
    'base=2001-09-09T03:47:40',
  );
});
