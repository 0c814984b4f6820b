import { Option } from 'commander';
import { bash } from '../../src/cli/completion/bash';
import { fish } from '../../src/cli/completion/fish';
import { completed } from '../../src/cli/completion/model';
import { zsh } from '../../src/cli/completion/zsh';
import { GENERAL_NAMES } from '../../src/explainer/select';
import { program } from '../../src/cli/program';
import { command } from './command';

const SCRIPTS = { bash, zsh, fish };

test.each(Object.entries(SCRIPTS))(
  '%s: a new command and a new option are in it by themselves',
  (_name, script) => {
    const root = program(async () => {});
    root.command('invented').summary("what it's for [a: b]").option('--first', 'a flag');
    root.commands[0]?.addOption(new Option('--second <word>', 'a choice').choices(['red', 'green']));
    const text = script(completed(root));
    for (const word of ['invented', 'first', 'second', 'red green']) expect(text).toContain(word);
  },
);

test('every command, option and choice of the program is completed', () => {
  const root = program(async () => {});
  const { commands } = completed(root);
  for (const made of root.commands) {
    const mine = commands.find(({ name }) => name === made.name());
    expect(mine?.options.flatMap(({ flags }) => flags)).toEqual(
      expect.arrayContaining(made.options.flatMap(({ short, long }) => [short, long].filter(Boolean))),
    );
    for (const { argChoices, long } of made.options.filter(({ argChoices: choices }) => choices))
      expect(mine?.options.find(({ flags }) => flags.includes(long ?? ''))?.values).toEqual({
        kind: 'words',
        words: argChoices,
      });
  }
});

test('a command of our own stands in what the program prints', () => {
  for (const [name, start] of [
    ['bash', '# bash completion'],
    ['zsh', '#compdef domxml2qemu'],
    ['fish', '# fish completion'],
  ] as const)
    expect(command(['completion', name])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`^${start}`)) as string,
      stderr: '',
    });
});

test('each section, with commas between; each property that is explained', () => {
  const { commands } = completed(program(async () => {}));
  const values = (name: string, flag: string) =>
    commands.find((made) => made.name === name)?.options.find(({ flags }) => flags.includes(flag))?.values;
  for (const name of ['convert', 'run'])
    for (const flag of ['--only', '--without'])
      expect(values(name, flag)).toEqual({ kind: 'list', words: GENERAL_NAMES });
  expect(values('explain', '--why')).toEqual({
    kind: 'words',
    words: expect.arrayContaining(['addr', 'bootindex', 'scsi-id']) as string[],
  });
});
