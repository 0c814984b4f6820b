import { convert } from '../../../src/convert';

function made(count: number) {
  const { argv = [], diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><iothreads>${count}</iothreads><os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`,
    { qemuVersion: '10.0' },
  );
  const refused = diagnostics.some(({ code }) => code === 'iothread-invalid');
  return refused ? 'refused' : argv.filter((word) => word.startsWith('iothread,')).length;
}

test.each([
  [4096, 4096],
  [4097, 'refused'],
])('%d I/O threads: %s', (count, expected) => expect(made(count)).toBe(expected));

test('threads without an id of their own have the lowest that are free', () => {
  const ids = (count: number, given: string) => {
    const { argv = [] } = convert(
      `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><iothreads>${count}</iothreads><iothreadids>${given}</iothreadids><os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`,
      { qemuVersion: '10.0' },
    );
    return argv
      .filter((word) => word.startsWith('iothread,'))
      .map((word) => word.replace('iothread,id=iothread', ''));
  };
  const given = "<iothread id='2'/><iothread id='4'/>";
  expect(ids(4, given)).toEqual(['2', '4', '1', '3']);
  expect(ids(2, given)).toEqual(['2', '4']);
  expect(ids(1, given)).toEqual(['2', '4']);
});
