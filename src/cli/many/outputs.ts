import { basename, join, resolve } from 'node:path';
import { visible } from '../../diagnostics/report';
import type { OutputForm } from '../command-form';
import { Failure, STATUS } from '../status';

/** What a guest's file becomes, by the form. */
export const SUFFIXES: Readonly<Record<OutputForm, string>> = {
  pretty: '.args',
  oneline: '.args',
  json: '.json',
  nul: '.nul',
  script: '.sh',
  systemd: '.units',
};

/** A guest's file, and the file that its command goes to. */
export interface Pair {
  readonly file: string;
  readonly output: string;
}

/**
 * `guests/db1.xml` -> `DIR/db1.args`. A name of a file has no slash, so that nothing is written outside of the folder.
 * Throws where two guests would share a file, or a guest would be overwritten: before anything is written.
 */
export function pairs(files: readonly string[], folder: string, form: OutputForm): readonly Pair[] {
  const all = files.map((file) => ({ file, output: join(folder, outputName(file, form)) }));
  const owners = new Map<string, string>();
  const guests = new Map(files.map((file) => [resolve(file), file]));
  for (const { file, output } of all) {
    const owner = owners.get(output);
    if (owner !== undefined) throw clash(output, owner, file);
    owners.set(output, file);
    const guest = guests.get(resolve(output));
    if (guest !== undefined)
      throw new Failure(
        STATUS.usage,
        `the command of ${visible(file)} would overwrite ${visible(guest)}, which is to be converted too`,
        'give --out-dir a folder of its own',
      );
  }
  return all;
}

function clash(output: string, one: string, other: string): Failure {
  return new Failure(
    STATUS.usage,
    `${visible(one)} and ${visible(other)} would both become ${visible(output)}`,
    'convert them into folders of their own',
  );
}

function outputName(file: string, form: OutputForm): string {
  if (file === '-')
    throw new Failure(
      STATUS.usage,
      '--out-dir names files after those of the guests, and standard input has no name',
      'leave --out-dir out, or name a file',
    );
  return basename(file).replace(/\.xml$/i, '') + SUFFIXES[form];
}
