/** The library as programs call it, those without types too. */
import {
  check,
  convert,
  explain,
  normalize,
  parseQemuConf,
  readSnapshot,
  Together,
  type HostFacts,
} from '../src';
import { MINIMAL } from './cli/command';

type Call = (xml: unknown, options?: unknown) => { readonly diagnostics: readonly object[] };
const CALLS = { convert, check, explain, normalize } as unknown as Readonly<Record<string, Call>>;

test.each([
  [{ scsiPassthrough: 'nope' }, 'options.scsiPassthrough is "nope", not auto, block, generic'],
  [{ profile: 'nope' }, 'options.profile is "nope", not standalone, libvirt'],
  [{ qemuVersion: 10 }, 'options.qemuVersion is 10, not text without NUL'],
  [{ qemuVerison: '10.0' }, 'options.qemuVerison is not known; did you mean qemuVersion?'],
  [{ secrets: {} }, 'options.secrets is not known; did you mean secret?'],
  [{ arch: 'nope' }, 'options.arch is no architecture of QEMU, such as x86_64, aarch64 or s390x'],
  [{ strict: 'yes' }, 'options.strict is "yes", not true or false'],
  [
    { qemu: '/usr/bin/qemu-system-x86_64' },
    expect.stringMatching(/^options.qemu is not known; known here: program, /) as string,
  ],
  [{ redact: true }, expect.stringMatching(/^options.redact is not known; /) as string],
  [{ qemuConf: { vnc_tls: 1 } }, 'options.qemuConf is not what parseQemuConf makes of a qemu.conf'],
  [null, 'options is null, not an object'],
])('an option that its type would refuse is refused by name: %j', (options, message) => {
  for (const call of Object.values(CALLS)) {
    const { diagnostics } = call(MINIMAL, options);
    expect(diagnostics).toMatchObject([{ code: 'call-invalid', severity: 'error', message }]);
  }
});

test.each([
  [Buffer.from(MINIMAL), 'xml is bytes, not a string'],
  [undefined, 'xml is no text, not a string'],
])('what is no text is refused: %p', (xml, message) => {
  for (const call of Object.values(CALLS))
    expect(call(xml).diagnostics).toMatchObject([{ code: 'call-invalid', message }]);
});

test('facts of a host that are none are refused by their place', () => {
  const codes = (host: unknown) =>
    convert(MINIMAL, { host: host as HostFacts }).diagnostics.map(({ code, message }) => [code, message]);
  expect(codes('none')).toEqual([['host-snapshot-invalid', 'options.host: $ is not an object']]);
  const host = { schema: 1, bridges: 'br0' };
  // Not remembered as good.
  for (let time = 0; time < 2; time++)
    expect(codes(host)).toEqual([['host-snapshot-invalid', 'options.host: $.bridges is "br0", not a list']]);
});

test('undefined is as good as absent, and what the readers give is taken', () => {
  const report = (problem: object) => {
    throw new Error(JSON.stringify(problem));
  };
  const host = readSnapshot('{"schema": 1, "bridges": ["br0"]}', report);
  const qemuConf = parseQemuConf('vnc_tls = 1', report);
  const guest = MINIMAL.replace('x86_64', 'i686');
  const { argv, diagnostics } = convert(guest, { host, qemuConf, profile: undefined, arch: 'i686' });
  expect(diagnostics).toEqual([]);
  expect(argv?.[0]).toBe('qemu-system-i386');
});

const anyway = { readSnapshot, parseQemuConf } as unknown as Readonly<
  Record<'readSnapshot' | 'parseQemuConf', (...given: unknown[]) => unknown>
>;

test.each([[[]], [[undefined]], [['as before']], [[undefined, 7]]])(
  'readers throw for nothing, and need nobody who listens: %j',
  (more) => {
    for (const text of ['not json', '[]', '', Buffer.from('{}'), undefined, 7])
      expect(anyway.readSnapshot(text, ...more)).toBeUndefined();
    expect(anyway.readSnapshot('{"schema": 1}', ...more)).toEqual({ schema: 1 });
    for (const text of ['vnc_tls = x', '', Buffer.from(''), undefined])
      expect(anyway.parseQemuConf(text, ...more)).toMatchObject({ vnc_tls: false });
  },
);

test('readers tell their reporter, and name the text as they were told to', () => {
  const said: string[] = [];
  const report = ({ code, message }: { code: string; message: string }) => said.push(`${code} ${message}`);
  anyway.readSnapshot('x', report);
  anyway.readSnapshot('[]', report, 'hv1.json');
  anyway.readSnapshot(Buffer.from('{}'), report);
  anyway.parseQemuConf('?', report);
  anyway.parseQemuConf('?', report, 'hv1.conf');
  anyway.parseQemuConf(undefined, report);
  expect(said).toEqual([
    expect.stringMatching(/^host-snapshot-syntax host\.json is not JSON: /),
    'host-snapshot-invalid hv1.json: $ is not an object',
    'call-invalid text is bytes, not a string',
    expect.stringMatching(/^qemu-conf-syntax qemu\.conf/),
    expect.stringMatching(/^qemu-conf-syntax hv1\.conf/),
    'call-invalid text is no text, not a string',
  ]);
});

test('Together takes what check gives, and refuses what it does not', () => {
  const together = new Together();
  const add = together.add.bind(together) as (file: string, guest: unknown) => readonly object[];
  expect(add('none.xml', check('<pool/>').claims)).toEqual([]);
  expect(add('a.xml', check(MINIMAL).claims)).toEqual([]);
  for (const guest of [null, 'a', {}, { claims: 'all' }, { claims: [null] }, { claims: [{ key: 'a' }] }])
    expect(add('b.xml', guest)).toMatchObject([{ code: 'call-invalid' }]);
});

test('a byte order mark is no part of the guest, and stays where it was', () => {
  const marked = `\ufeff${MINIMAL}`;
  for (const xml of [marked, `\ufeff<?xml version='1.0'?>\n${MINIMAL}`])
    expect(convert(xml, { qemuVersion: '10.0' })).toMatchObject({
      argv: convert(MINIMAL, { qemuVersion: '10.0' }).argv,
      diagnostics: [],
    });
  expect(normalize(marked).text).toBe(`\ufeff${normalize(MINIMAL).text ?? ''}`);
  const [first] = convert(`\ufeff<pool/>`).diagnostics;
  expect(first?.at).toMatchObject({ line: 1, column: 1 });
});

test('a conversion is plain data, with numbers of 64 bits in digits', () => {
  const xml = MINIMAL.replace('>', " xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>").replace(
    '</domain>',
    `<devices><disk type='file' device='disk'>
      <source file='/a.img'/><target dev='sda' bus='scsi'/><wwn>5000c50015ea71b1</wwn>
      <alias name='ua-a'/>
    </disk></devices>
    <qemu:override><qemu:device alias='ua-a'><qemu:frontend>
      <qemu:property name='max_io_size' type='unsigned' value='0xffffffffffffffff'/>
    </qemu:frontend></qemu:device></qemu:override></domain>`,
  );
  const { argv, ...result } = convert(xml, { qemuVersion: '10.0', profile: 'libvirt' });
  expect(argv?.join(' ')).toContain('"wwn":5764824127192592817');
  expect(argv?.join(' ')).toContain('"max_io_size":18446744073709551615');
  expect(Object.keys(result).sort()).toEqual(['diagnostics', 'options', 'plan', 'subjects']);
  const text = JSON.stringify(result);
  expect(text).toContain('"wwn":"5000c50015ea71b1"');
  expect(text).toContain('"whole":"18446744073709551615"');
  expect(JSON.stringify(check(xml))).toContain('diagnostics');
});

test('an explanation has every argument of the conversion, with where it comes from', () => {
  const { explanation, emitted, qemu, ...conversion } = {
    ...NONE,
    ...explain(MINIMAL, { qemuVersion: '10.0' }),
  };
  expect([emitted, qemu]).toEqual([undefined, undefined]);
  expect(JSON.stringify(conversion)).toBe(JSON.stringify(convert(MINIMAL, { qemuVersion: '10.0' })));
  const explained = (explanation?.groups ?? []).flatMap((group) => group.arguments);
  expect(explained.toSorted((a, b) => a.index - b.index).map(({ words }) => words)).toEqual(
    conversion.options,
  );
  for (const { origin } of explained) expect(origin.at.line).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(explanation))).toMatchObject({ program: 'qemu-system-x86_64' });
  expect(explain('<domain/>').explanation).toBeUndefined();
});

/** What a conversion for our own commands has as well. */
const NONE: { readonly emitted?: unknown; readonly qemu?: unknown } = {};
