/**
 * Runs every folder below cases/: guest.xml under each version of case.json, against argv.<version>.txt (one argument
 * a line, after the variables of its environment) or diagnostics.txt; a case with `profiles` has argv.<profile>.<version>.txt
 * and diagnostics.<profile>.txt; what is said of some versions alone begins with them; one with `"command": "check"` has what checks say, and what was not checked. `FILTER=regex` narrows it; `UPDATE=1` rewrites what comes out, to be read as a diff.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { wrongCall } from '../src/call-shape';
import { check } from '../src/check';
import { convert, type Conversion } from '../src/convert';
import type { Diagnostic } from '../src/diagnostics/diagnostic';
import { CASES, caseFolders, guestOf, optionsOf, profilesOf, readCase, type Case } from './case';

const update = process.env['UPDATE'] === '1';
const folders = caseFolders();

for (const folder of folders) {
  const whole = readCase(folder);
  describe(`${relative(CASES, folder)}: ${whole.title}`, () => {
    for (const { mark, given } of profilesOf(whole)) runCase(folder, given, mark);
  });
}

function runCase(folder: string, given: Case, mark: string): void {
  const said: string[][] = [];
  test.each(given.qemu)(`QEMU %s${mark}`, (version) => {
    if (given.command === 'check') {
      const { diagnostics, notChecked } = check(guestOf(folder), optionsOf(folder, given, version));
      said.push([
        ...diagnostics.map(describeDiagnostic),
        ...notChecked.map(({ what, reason }) => `not checked: ${what}: ${reason}`),
      ]);
      return;
    }
    const { argv, plan, diagnostics } = converted(folder, given, version);
    const environment = plan?.environment.map(({ name, value }) => `${name}=${value}`) ?? [];
    expectFile(
      join(folder, `argv${mark}.${version}.txt`),
      argv && [...environment, ...argv].map(oneLine).join('\n'),
    );
    said.push(diagnostics.map(describeDiagnostic));
  });
  test(`diagnostics${mark}`, () => {
    // Of each version no word twice: one fault, one message. What is not said of all of them is told with those of which it is.
    for (const words of said) expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([]);
    const every = [...new Set(said.flat())].map((word) => {
      const of = given.qemu.filter((_, index) => said[index]?.includes(word));
      return of.length === said.length ? word : `QEMU ${of.join(', ')}: ${word}`;
    });
    expectFile(join(folder, `diagnostics${mark}.txt`), every.length === 0 ? undefined : every.join('\n'));
  });
}

/** As the library converts it, which takes no QEMU of a caller's own: cases have releases that lack what theirs have. */
function converted(folder: string, given: Case, version: string): Conversion {
  const { qemu, ...asked } = optionsOf(folder, given, version);
  const diagnostics = wrongCall(guestOf(folder), asked);
  return diagnostics.length > 0 ? { diagnostics } : convert(guestOf(folder), { ...asked, qemu });
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
