/**
 * Runs every folder below cases/: guest.xml under each version of case.json, against argv.<version>.txt (one argument
 * a line) or diagnostics.txt. `FILTER=regex` narrows it; `UPDATE=1` rewrites what comes out, to be read as a diff.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { convert } from '../src/convert';
import type { Diagnostic } from '../src/diagnostics/diagnostic';
import { CASES, caseFolders, guestOf, optionsOf, readCase } from './case';

const update = process.env['UPDATE'] === '1';
const folders = caseFolders();

for (const folder of folders) {
  const given = readCase(folder);
  describe(`${relative(CASES, folder)}: ${given.title}`, () => {
    const said = new Set<string>();
    test.each(given.qemu)('QEMU %s', (version) => {
      const { argv, diagnostics } = convert(guestOf(folder), optionsOf(folder, given, version));
      expectFile(join(folder, `argv.${version}.txt`), argv?.map(oneLine).join('\n'));
      for (const diagnostic of diagnostics) said.add(describeDiagnostic(diagnostic));
    });
    test('diagnostics', () => {
      expectFile(join(folder, 'diagnostics.txt'), said.size === 0 ? undefined : [...said].join('\n'));
    });
  });
}

test('there are cases', () => {
  expect(folders.length).toBeGreaterThan(0);
});

function describeDiagnostic({ at, severity, code, message, notes, help }: Diagnostic): string {
  const lines = [
    `${at ? `${at.line}:${at.column}: ` : ''}${severity}[${code}]: ${message}`,
    ...notes.map((note) => `  note: ${note.at ? `${note.at.line}:${note.at.column}: ` : ''}${note.message}`),
    ...(help === undefined ? [] : [`  help: ${help}`]),
  ];
  return lines.join('\n');
}

/** A newline within an argument is shown, so that a file has one argument a line. */
function oneLine(argument: string): string {
  return argument.replaceAll('\n', '\\n');
}

/** Undefined: the file must not be there. */
function expectFile(path: string, text: string | undefined): void {
  if (update) {
    if (text !== undefined) writeFileSync(path, `${text}\n`);
    else rmSync(path, { force: true });
  }
  const stored = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  expect(stored).toBe(text === undefined ? undefined : `${text}\n`);
}
