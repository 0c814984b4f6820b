/**
 * Every case that converts: its normalized form gives the same command line, and is the same when normalized again. In CI for
 * each of its releases in each profile; elsewhere in one of them, and in the other for the next release and the next case.
 */
import { relative } from 'node:path';
import { PROFILES, type ProfileName } from '../../src/model/profile';
import { CASES, caseFolders, guestOf, optionsOf, readCase } from '../case';
import { EVERY } from '../every';
import { broken } from './property';

const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];

test.each(caseFolders().map((folder, i) => [relative(CASES, folder), i] as const))('%s', (name, i) => {
  const folder = `${CASES}/${name}`;
  const given = readCase(folder);
  const xml = guestOf(folder);
  const problems = given.qemu.flatMap((version, k) =>
    PROFILE_NAMES.filter((_, n) => EVERY || (i + k) % PROFILE_NAMES.length === n).flatMap((profile) => {
      const problem = broken(xml, { ...optionsOf(folder, given, version), profile });
      return problem === undefined ? [] : [`QEMU ${version}, ${profile}: ${problem}`];
    }),
  );
  expect(problems).toEqual([]);
});
