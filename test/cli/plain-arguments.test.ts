import fc from 'fast-check';
import { CONVERSION_OPTIONS } from '../../src/cli/conversion-options';
import { plainArguments } from '../../src/cli/plain-arguments';
import { program } from '../../src/cli/program';

/** What commander makes of the same arguments; undefined: it refuses them, or they are another command's. */
async function asCommander(args: readonly string[]): Promise<unknown> {
  let read: unknown;
  const root = program(() => Promise.resolve());
  root.configureOutput({ outputError: () => {}, writeErr: () => {}, writeOut: () => {} });
  const convert = root.commands.find((command) => command.name() === 'convert');
  convert?.action((files: unknown, options: unknown) => {
    read = { files, options };
  });
  for (const other of root.commands) if (other !== convert) other.action(() => {});
  try {
    await root.parseAsync(args, { from: 'user' });
  } catch {
    return undefined;
  }
  return read;
}

const FLAGS = CONVERSION_OPTIONS.flatMap(({ flags }) => flags.split(/,? /)).filter((word) =>
  word.startsWith('-'),
);
const VALUES = CONVERSION_OPTIONS.flatMap(({ choices = [] }) => choices.slice(0, 3));
const WORDS = [
  'guest.xml',
  '-',
  '--',
  '',
  'convert',
  '-o',
  '--output',
  '--color',
  '7.2',
  'json',
  'never',
  'a=b',
];
const word = fc.oneof(
  fc.constantFrom(
    ...FLAGS,
    ...VALUES,
    ...WORDS,
    '-x',
    '--nosuch',
    '-pd',
    '-sp',
    '--paused=on',
    '--host=',
    '__proto__',
  ),
  fc
    .tuple(fc.constantFrom(...FLAGS, '--output'), fc.constantFrom(...VALUES, ...WORDS))
    .map((pair) => pair.join('=')),
);
/** An option and a value that it may have, more often than words at random would. */
const option = fc
  .constantFrom(...CONVERSION_OPTIONS)
  .chain(({ flags, kind, choices }) =>
    fc
      .tuple(
        fc.constantFrom(...flags.split(/,? /).filter((flag) => flag.startsWith('-'))),
        fc.constantFrom(...(choices ?? ['7.2', '10.0.2', 'none'])),
      )
      .map(([flag, value]) => (kind === 'flag' ? [flag] : [flag, value])),
  );
const line = fc
  .array(
    fc.oneof(
      option,
      option,
      word.map((one) => [one]),
    ),
    { maxLength: 6 },
  )
  .map((words) => words.flat());

test('what is read is what commander reads', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(line, async (args) => {
      const plain = plainArguments(args);
      if (plain === undefined) return;
      read++;
      expect(plain).toEqual(await asCommander(args));
    }),
    { numRuns: 600 },
  );
  expect(read).toBeGreaterThan(100);
});

test.each([
  [['guest.xml'], { files: ['guest.xml'], options: { output: 'pretty', color: 'auto' } }],
  [['convert', '-', 'b.xml'], { files: ['-', 'b.xml'], options: { output: 'pretty', color: 'auto' } }],
  [
    ['-p', 'libvirt', 'guest.xml', '--qemu-version=7.2', '--strict', '-o', 'nul'],
    {
      files: ['guest.xml'],
      options: { profile: 'libvirt', qemuVersion: '7.2', strict: true, output: 'nul', color: 'auto' },
    },
  ],
])('plain: %j', (args, read) => {
  expect(plainArguments(args)).toEqual(read);
});

test.each([
  { what: 'an option that there is not', args: ['--nosuch', 'guest.xml'] },
  { what: 'a value that the option has not', args: ['-p', 'virsh', 'guest.xml'] },
  { what: 'no release', args: ['--qemu-version', 'new', 'guest.xml'] },
  { what: 'no value', args: ['guest.xml', '--host'] },
  { what: 'a value that looks like an option', args: ['--host', '--strict', 'guest.xml'] },
  { what: 'a value in the same word', args: ['-plibvirt', 'guest.xml'] },
  { what: 'a list', args: ['--only', 'disks', 'guest.xml'] },
  { what: 'a pair', args: ['--network', 'default=br0', 'guest.xml'] },
  { what: 'the end of options', args: ['--', 'guest.xml'] },
  { what: 'the command behind an option', args: ['--strict', 'convert', 'guest.xml'] },
  { what: 'a name without letters', args: ['', 'guest.xml'] },
])('for commander to look at: $what', ({ args }) => {
  expect(plainArguments(args)).toBeUndefined();
});
