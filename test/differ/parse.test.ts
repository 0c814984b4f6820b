import fc from 'fast-check';
import { parseArguments, parseOption } from '../../src/differ/parse';
import { commandWords } from '../../src/differ/parse/command';
import { shellWords } from '../../src/differ/parse/shell';
import { device, keyval, object, type Properties } from '../../src/emitter/args';
import { convert } from '../../src/convert';
import { renderArg, type JsonForms } from '../../src/renderer/argument';
import { optionOf, propertiesOf } from '../../src/emitter/properties';
import { nul, oneline, pretty } from '../../src/renderer/shell';
import { caseFolders, guestOf, optionsOf, profilesOf, readCase } from '../case';

const COMMAS: JsonForms = {
  object: false,
  device: false,
  netdev: false,
  blockdev: false,
  audiodev: false,
  chardev: false,
};
const JSON_FORMS: JsonForms = {
  object: true,
  device: true,
  netdev: true,
  blockdev: true,
  audiodev: true,
  chardev: true,
};

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/).filter((word) => word !== 'driver');
const scalar = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
const properties: fc.Arbitrary<Properties> = fc.dictionary(
  name,
  fc.oneof(
    scalar,
    fc.dictionary(name, scalar, { minKeys: 1, maxKeys: 3 }),
    fc.array(scalar, { minLength: 1, maxLength: 3 }),
  ),
  { maxKeys: 6 },
);
const driver = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);

test.each([
  ['between commas', COMMAS],
  ['as JSON', JSON_FORMS],
])('what is written %s is read again', (_what, forms) => {
  fc.assert(
    fc.property(driver, properties, (of, rest) => {
      const arg = device({ driver: of, ...rest });
      const [option = '', value = ''] = renderArg(arg, forms);
      expect(parseOption(option, value)).toEqual([{ option: '-device', properties: propertiesOf(arg) }]);
    }),
  );
});

test('a word of a shell is read as the shell would', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.string().filter((word) => !word.includes('\0')),
          { minLength: 1 },
        ),
      ),
      (options) => {
        const command = { environment: [], program: 'qemu-system-x86_64', options };
        const words = ['qemu-system-x86_64', ...options.flat()];
        expect(shellWords(pretty(command))).toEqual(words);
        expect(shellWords(oneline(command))).toEqual(words);
      },
    ),
  );
});

test.each([
  ['double quotes', `"a \\"b\\" \\$c" d`, ['a "b" $c', 'd']],
  ['a line that goes on', 'a \\\n  b\\\nc', ['a', 'bc']],
  ['nothing between quotes', `'' ""`, ['', '']],
  ['quotes in a word', `a'b c'd`, ['ab cd']],
])('shell: %s', (_what, text, words) => expect(shellWords(text)).toEqual(words));

test('a quote that is left open is no command', () => {
  expect(shellWords(`a 'b`)).toBeUndefined();
  expect(shellWords(`a "b`)).toBeUndefined();
});

test('the environment before a program is no part of it', () => {
  const command = {
    environment: [{ name: 'A', value: 'b c' }],
    program: 'qemu',
    options: [['-S'], ['-m', '1']],
  };
  for (const text of [pretty(command), oneline(command), nul(command), "LC_ALL=C PATH='/bin' qemu -S -m 1"])
    expect(commandWords(text)).toEqual(['qemu', '-S', '-m', '1']);
});

test.each([
  [
    ['-M', 'pc,accel=kvm'],
    [
      ['-machine', 'type=pc'],
      ['-accel', 'accel=kvm'],
    ],
  ],
  [
    ['-enable-kvm', '-S'],
    [['-accel', 'accel=kvm'], ['-S']],
  ],
  [['--device', 'vga'], [['-device', 'driver=vga']]],
  [['-cpu', 'host,+vmx,-svm,hv_time'], [['-cpu', 'model=host', 'vmx=on', 'svm=off', 'hv_time=on']]],
  [['-append', '-quiet a=b,c'], [['-append', '=-quiet a=b,c']]],
  [['-global', 'driver=a.b,property=c,value=d'], [['-global', 'a.b.c=d']]],
  [['-drive', 'file=a,,b,if=none'], [['-drive', 'file=a,b', 'if=none']]],
  [['disk.img'], [['', '=disk.img']]],
  [
    [
      '-chardev',
      '{"id":"c","backend":{"type":"socket","data":{"addr":{"type":"unix","data":{"path":"/s"}},"server":true}}}',
    ],
    [['-chardev', 'id=c', 'backend=socket', 'path=/s', 'server=on']],
  ],
])('%j', (words, wanted) => {
  const read = parseArguments(words).map(({ option, properties: of }) => [
    option,
    ...of.map(({ name: key, value }) => `${key}=${value}`),
  ]);
  expect(read).toEqual(wanted);
});

test('every option of every case is found again', () => {
  let count = 0;
  for (const folder of caseFolders())
    for (const { given } of profilesOf(readCase(folder)))
      for (const version of given.qemu.slice(-1)) {
        const { emitted, options, plan } = convert(guestOf(folder), optionsOf(folder, given, version));
        if (emitted === undefined || options === undefined || plan!.passthroughArgs.length > 0) continue;
        const moved = ['-accel', '-no-acpi', '-no-hpet'];
        const same = (option: string) =>
          option === '-M' ? '-machine' : option === '-enable-kvm' ? '-accel' : option;
        const wanted = emitted.map(({ arg }) => same(optionOf(arg)));
        const found = parseArguments(options.flat()).map(({ option }) => option);
        expect({ folder, found: found.filter((option) => !moved.includes(option)) }).toEqual({
          folder,
          found: wanted.filter((option) => !moved.includes(option)),
        });
        count += found.length;
      }
  expect(count).toBeGreaterThan(3000);
});

test('objects and options with a head', () => {
  const iothread = object({ 'qom-type': 'iothread', id: 'io1', 'poll-max-ns': 5 });
  for (const forms of [COMMAS, JSON_FORMS]) {
    const [option = '', value = ''] = renderArg(iothread, forms);
    expect(parseOption(option, value)).toEqual([{ option, properties: propertiesOf(iothread) }]);
  }
  const [option = '', value = ''] = renderArg(keyval('-smp', { sockets: 2 }, '4'), COMMAS);
  expect(parseOption(option, value)).toEqual([
    {
      option,
      properties: [
        { name: 'cpus', value: '4' },
        { name: 'sockets', value: '2' },
      ],
    },
  ]);
});
