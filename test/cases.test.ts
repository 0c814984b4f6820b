/**
 * Runs every folder below cases/: guest.xml under each version of case.json, against argv.<version>.txt (one argument
 * a line) or diagnostics.txt. `FILTER=regex` narrows it; `UPDATE=1` rewrites what comes out, to be read as a diff.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { convert, type ConvertOptions } from '../src/convert';
import type { Diagnostic } from '../src/diagnostics/diagnostic';
import type { HostFacts } from '../src/host/facts';
import { qemuOf } from '../src/qemu/qemu';
import { QEMU_CONF_DEFAULTS, type QemuConf } from '../src/model/qemu-conf';
import { parseVersion } from '../src/qemu/version';

interface Case {
  /** What the case shows. */
  readonly title: string;
  /** QEMU versions to convert for. */
  readonly qemu: readonly string[];
  readonly arch?: string;
  /** Host facts: a file beside case.json. */
  readonly host?: string;
  /** Settings that differ from libvirt's defaults. */
  readonly qemuConf?: Partial<QemuConf>;
  readonly options?: Omit<ConvertOptions, 'qemu' | 'host' | 'qemuConf'>;
}

const CASES = join(__dirname, 'cases');
const filter = new RegExp(process.env['FILTER'] ?? '');
const update = process.env['UPDATE'] === '1';

const folders = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('case.json'))
  .map((file) => join(CASES, dirname(file)))
  .filter((folder) => filter.test(relative(CASES, folder)))
  .sort();

for (const folder of folders) {
  const {
    title,
    qemu,
    arch = 'x86_64',
    host,
    qemuConf,
    options = {},
  } = read<Case>(join(folder, 'case.json'));
  describe(`${relative(CASES, folder)}: ${title}`, () => {
    const said = new Set<string>();
    test.each(qemu)('QEMU %s', (version) => {
      const { argv, diagnostics } = convert(readFileSync(join(folder, 'guest.xml'), 'utf8'), {
        ...options,
        qemuConf: { ...QEMU_CONF_DEFAULTS, ...qemuConf },
        qemu: qemuOf({
          version: parseVersion(version)!,
          arch,
          add: options.context?.capsAdd,
          remove: options.context?.capsDel,
        }),
        ...(host === undefined ? {} : { host: read<HostFacts>(join(folder, host)) }),
      });
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

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
