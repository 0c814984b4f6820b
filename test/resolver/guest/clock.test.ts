import { convert } from '../../../src/convert';

const converted = (clock: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>${clock}<devices/></domain>`,
    { qemuVersion: '10.0', host: { schema: 1, clock: { now: 1_000_000_000, utcOffset: 7200 } } },
  );

const base = (clock: string) => {
  const { argv = [] } = converted(clock);
  return argv[argv.indexOf('-rtc') + 1];
};

test('a clock of the host, shifted by nothing, has no date that grows old', () => {
  expect(base("<clock offset='variable' adjustment='0'/>")).toBe('base=utc');
  expect(base("<clock offset='variable' adjustment='0' basis='localtime'/>")).toBe('base=localtime');
  expect(refused("<clock offset='variable' adjustment='0'/>")).toEqual([]);
});

test('a date that grows old is told', () => {
  expect(refused("<clock offset='variable' adjustment='60'/>")).toEqual(['clock-dated']);
  expect(refused("<clock offset='absolute' start='0'/>")).toEqual([]);
});

const refused = (clock: string) => converted(clock).diagnostics.map(({ code }) => code);

test('a clock that runs ahead counts from what it is based on', () => {
  expect(base("<clock offset='variable' adjustment='60'/>")).toBe('base=2001-09-09T01:47:40');
  expect(base("<clock offset='variable' adjustment='60' basis='localtime'/>")).toBe(
    'base=2001-09-09T03:47:40',
  );
});

test.each([
  ["start='253402300799'", 'base=9999-12-31T23:59:59'],
  ["start='0'", 'base=1970-01-01T00:00:00'],
])('a clock starts at a second of four digits of years: %s', (start, expected) => {
  expect(base(`<clock offset='absolute' ${start}/>`)).toBe(expected);
});

test.each([
  "offset='absolute' start='253402300800'",
  "offset='absolute' start='9007199254740991'",
  "offset='variable' adjustment='9007199254740991'",
  "offset='utc' adjustment='-9007199254740991'",
  "offset='variable' adjustment='-63167219201'",
])('and at none beyond them: %s', (clock) => {
  expect(refused(`<clock ${clock}/>`)).toEqual(['clock-invalid']);
});
