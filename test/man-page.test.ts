import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page } from '../scripts/man-page/page';
import { program } from '../src/cli/program';
import { PROJECT } from './cli/command';

const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');

test('the page in the repository is what the commands say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/man-page.mjs', '--check'], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('a new command and a new option are in it by themselves', () => {
  const root = program(async () => {});
  root
    .command('invented')
    .description('An invented command.')
    .option('--new-option <word>', '.begins like a macro');
  const text = page(root);
  expect(text).toContain('.SS "domxml2qemu invented [options]"');
  expect(text).toContain('.B "\\-\\-new\\-option <word>"\n\\&.begins like a macro');
});

const CONVERTING = ['convert', 'check', 'explain', 'normalize', 'tree', 'diff', 'run', 'verify'];

test('the options of a conversion are those that each command takes that does one, which says so', () => {
  const root = program(async () => {});
  const text = page(root);
  const shared = /^\.SH "OPTIONS"$([^]*?)^\.SH /m.exec(text)?.[1] ?? '';
  const listed = [...shared.matchAll(/^\.B ".*?(\\-\\-[\w\\-]+)/gm)].map(([, flag = '']) =>
    flag.replaceAll('\\', ''),
  );
  expect(listed).toContain('--qemu-version');
  for (const command of root.commands) {
    const name = command.name();
    const part = new RegExp(`^\\.SS "domxml2qemu (?:${name} )?\\[[^]*?(?=^\\.S)`, 'm').exec(text)?.[0] ?? '';
    const flags = command.options.map(({ long }) => long);
    const takes = CONVERTING.includes(name);
    expect([name, part.includes('the options of a conversion')]).toEqual([name, takes]);
    const rest = listed.filter((flag) => flag !== '--version' && !flags.includes(flag));
    expect([name, takes ? rest : []]).toEqual([name, []]);
    // What it has of its own stands in its own part.
    for (const flag of flags.filter((its) => !(takes && listed.includes(its ?? ''))))
      expect([name, part.replaceAll('\\', '')]).toEqual([name, expect.stringContaining(flag ?? '')]);
  }
});

test('it has the sections that people look for, in order', () => {
  expect([...read('man/domxml2qemu.1').matchAll(/^\.SH "(.*)"$/gm)].map(([, title]) => title)).toEqual([
    ...['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'OPTIONS', 'EXIT STATUS', 'ENVIRONMENT', 'FILES'],
    ...['EXAMPLES', 'DIAGNOSTICS', 'SEE ALSO'],
  ]);
});

test('every variable of the environment that the program reads is in it', () => {
  const sources = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const variables = new Set(
    sources.flatMap((name) =>
      [...read(join('src', name)).matchAll(/\benv\['(\w+)'\]/g)].map(([, word]) => word),
    ),
  );
  expect(variables.size).toBeGreaterThan(3);
  const text = read('man/domxml2qemu.1');
  for (const variable of variables) expect(text).toContain(`.B "${variable}"`);
});
