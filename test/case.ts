import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { ConvertOptions } from '../src/convert';
import type { HostFacts } from '../src/host/facts';
import type { ProfileName } from '../src/model/profile';
import { QEMU_CONF_DEFAULTS, type QemuConf } from '../src/model/qemu-conf';
import { qemuOf } from '../src/qemu/qemu';
import { parseVersion } from '../src/qemu/version';

/** `case.json` of a folder below cases/. */
export interface Case {
  /** What the case shows. */
  readonly title: string;
  /** `check`: what checks say goes into diagnostics.txt, and there is no command line. By default `convert`. */
  readonly command?: 'convert' | 'check';
  /** QEMU versions to convert for. */
  readonly qemu: readonly string[];
  readonly arch?: string;
  /** Host facts: a file beside case.json. */
  readonly host?: string;
  /** Settings that differ from libvirt's defaults. */
  readonly qemuConf?: Partial<QemuConf>;
  /** Absent: that of the options alone. */
  readonly profiles?: readonly ProfileName[];
  readonly options?: Omit<ConvertOptions, 'qemu' | 'host' | 'qemuConf'>;
}

export const CASES = join(__dirname, 'cases');

/** `case.json`: a conversion or a check. `command.txt`: a command line, for what is not about a guest alone. */
type CaseFile = 'case.json' | 'command.txt';

/** The folders of all cases, or of those that FILTER names. */
export function caseFolders(kind: CaseFile = 'case.json'): string[] {
  const filter = new RegExp(process.env['FILTER'] ?? '');
  return readdirSync(CASES, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === kind)
    .map((file) => join(CASES, dirname(file)))
    .filter((folder) => filter.test(relative(CASES, folder)))
    .sort();
}

export function readCase(folder: string): Case {
  return readJson<Case>(join(folder, 'case.json'));
}

/** The case in each of its profiles; `mark` tells the files with the outcomes apart. */
export function profilesOf(given: Case): { readonly mark: string; readonly given: Case }[] {
  const { profiles, options } = given;
  if (profiles === undefined) return [{ mark: '', given }];
  return profiles.map((profile) => ({
    mark: `.${profile}`,
    given: { ...given, options: { ...options, profile } },
  }));
}

export function guestOf(folder: string): string {
  return readFileSync(join(folder, 'guest.xml'), 'utf8');
}

/** What a case is converted with, for one of its releases. */
export function optionsOf(folder: string, given: Case, version: string): ConvertOptions {
  const { arch = 'x86_64', host, qemuConf, options = {} } = given;
  return {
    ...options,
    qemuConf: { ...QEMU_CONF_DEFAULTS, ...qemuConf },
    qemu: qemuOf({
      version: parseVersion(version)!,
      arch,
      add: options.context?.capsAdd,
      remove: options.context?.capsDel,
    }),
    ...(host === undefined ? {} : { host: readJson<HostFacts>(join(folder, host)) }),
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
