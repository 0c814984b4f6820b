import fc from 'fast-check';
import { parseArguments, parseOption } from '../../src/differ/parse';
import { commandIn, processWords } from '../../src/differ/parse/command';
import { shellCommands, shellWords } from '../../src/differ/parse/shell';
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
    expect(commandIn(text)).toEqual({ words: ['qemu', '-S', '-m', '1'] });
});

const QEMU = ['qemu-system-x86_64', '-S', '-m', '1'];

test('a loader that a program is started by is no part of it', () => {
  const words = ['/opt/lib64/ld-linux-x86-64.so.2', '--library-path', '/opt/lib:/opt/qemu', ...QEMU];
  expect(processWords(`${words.join('\0')}\0`)).toEqual(QEMU);
  expect(processWords('/opt/ld.so.pl\0--library-path\0a\0')).toEqual([
    '/opt/ld.so.pl',
    '--library-path',
    'a',
  ]);
});

test.each<[string, string]>([
  ['a script', "#!/bin/sh\nset -eu\n# it's one\nexec qemu-system-x86_64 -S -m 1\n"],
  ['what goes before and behind', 'mkdir -p /run/a; sudo qemu-system-x86_64 -S -m 1 && echo done'],
  ['what comes on the next line', 'qemu-system-x86_64 -S -m 1\necho done\n'],
  ['one in the background', 'exec 3<&0\nqemu-system-x86_64 -S -m 1 <&3 3<&- &\nqemu=$!\nwait "$qemu"\n'],
  ['redirections', 'qemu-system-x86_64 -S -m 1 >/dev/null 2>> "/var/log/a b" </dev/null'],
  ['a comment behind it', "qemu-system-x86_64 -S -m 1 # that's all\n"],
  ['lines without a backslash', 'qemu-system-x86_64\n-S\n-m\n1\n'],
  ['options on their own lines', 'qemu-system-x86_64\n  -S\n  -m 1\n'],
  ['another user', 'sudo -u qemu setpriv --ambient-caps +sys_rawio env A=b qemu-system-x86_64 -S -m 1'],
  ['a companion', 'qemu-pr-helper -k /run/a &\nswtpm socket --tpm2 &\nqemu-system-x86_64 -S -m 1'],
  ['a look at what there is', 'command -v qemu-system-x86_64 || exit 1\nqemu-system-x86_64 -S -m 1'],
])('%s: the command line of QEMU is found', (_what, text) => {
  expect(commandIn(text)).toEqual({ words: QEMU });
});

test.each<[string, string, string]>([
  ['a binary file', '\u007fELF\u0002\u0001\u0000\u0000-device', 'is no text'],
  ['a text', 'to be done:\n', 'holds no command line'],
  ['nothing', '# only words\n', 'holds no command line'],
  ['words between NUL bytes', 'a\0b\0', 'holds no command line'],
  ['other commands', 'ls /tmp\nps x\n', 'holds 2 commands, and none of them is a QEMU'],
  [
    'two guests',
    `${QEMU.join(' ')} &\n${QEMU.join(' ')}\n`,
    'holds 2 command lines of QEMU, and one is compared',
  ],
  ['a quote', "qemu -name 'a", 'has a quote that is left open'],
])('%s: said, and not compared', (_what, text, problem) => {
  expect(commandIn(text)).toEqual({ problem });
});

test('what begins no word is no comment, and what is quoted no operator', () => {
  expect(shellCommands(`a#b 'c;d' "e&f" g\\|h 2 3>x`)).toEqual([
    { words: ['a#b', 'c;d', 'e&f', 'g|h', '2'], end: 'line' },
  ]);
});

test('an emulator may have any name, and arguments need none', () => {
  const args = ['-machine', 'pc', '-m', '1'];
  const found = commandIn(`mkdir -p /run/a\nexec /opt/emulator ${args.join(' ')}\n`);
  expect(found).toEqual({ words: ['/opt/emulator', ...args] });
  expect(commandIn(args.join(' '))).toEqual({ words: args });
  expect(commandIn(args.join('\n'))).toEqual({ words: args });
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
