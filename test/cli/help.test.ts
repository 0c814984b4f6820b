import { COMMAND_NAMES } from '../../src/cli/command/names';
import { command } from './command';

const TERMINALS = [40, 60, 80, 100];

/** Lines of a help that are no commands to paste, nor the form of one. */
const lines = (args: readonly string[], columns: number) =>
  command([...args, '--help'], { env: { ...process.env, COLUMNS: String(columns) } })
    .stdout.split('\n')
    .filter((line) => !/^ {2}\$ |^Usage: /.test(line));

test.each([[], ...COMMAND_NAMES.map((name) => [name])])(
  'the help of %s fits a narrow terminal',
  (...args) => {
    for (const columns of TERMINALS)
      expect(lines(args, columns).filter((line) => line.length > columns)).toEqual([]);
  },
);

test('what an option is for stands below it where there is no room beside it', () => {
  expect(lines(['convert'], 40).join('\n')).toContain(`  --qmp <path>
      add a QMP monitor on this socket
`);
  expect(lines(['convert'], 80).join('\n')).toMatch(/^ {2}--qmp <path> +add a QMP monitor/m);
});

test('the profile and the QEMU that are taken by default are said', () => {
  const help = lines(['convert'], 300).join('\n');
  expect(help).toMatch(/--profile <name> .*default: standalone/);
  expect(help).toMatch(/--qemu-version <X\.Y\.Z> .*emulator where it is here, else 11\.1\)/);
  for (const one of ['check', 'run', 'verify'])
    expect(lines([one], 300).join('\n')).toMatch(
      /--qemu-version .*emulator, or of qemu-system-ARCH in PATH, else/,
    );
});
