import { COMMAND_NAMES } from '../../src/cli/command/names';
import { commands } from './command';

const TERMINALS = [40, 60, 80, 100];

/** Lines of helps that are no commands to paste, nor the form of one, by the width of the terminal. */
const helps = (asked: readonly (readonly [args: readonly string[], columns: number])[]) =>
  commands(
    asked.map(([args, columns]) => ({
      args: [...args, '--help'],
      env: { ...process.env, COLUMNS: String(columns) },
    })),
  ).map(({ stdout }) => stdout.split('\n').filter((line) => !/^ {2}\$ |^Usage: /.test(line)));

const help = (args: readonly string[], columns: number) => helps([[args, columns]])[0]!.join('\n');

test.each([[], ...COMMAND_NAMES.map((name) => [name])])(
  'the help of %s fits a narrow terminal',
  (...args) => {
    helps(TERMINALS.map((columns) => [args, columns])).forEach((lines, i) => {
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.length > TERMINALS[i]!)).toEqual([]);
    });
  },
);

test('what an option is for stands below it where there is no room beside it', () => {
  expect(help(['convert'], 40)).toContain(`  --qmp <path>
      add a QMP monitor on this socket
`);
  expect(help(['convert'], 80)).toMatch(/^ {2}--qmp <path> +add a QMP monitor/m);
});

test('the profile and the QEMU that are taken by default are said', () => {
  const convert = help(['convert'], 300);
  expect(convert).toMatch(/--profile <name> .*default: standalone/);
  expect(convert).toMatch(/--qemu-version <X\.Y\.Z> .*emulator where it is here, else 11\.1\)/);
  for (const one of ['check', 'run', 'verify'])
    expect(help([one], 300)).toMatch(/--qemu-version .*emulator, or of qemu-system-ARCH in PATH, else/);
});
