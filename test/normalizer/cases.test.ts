/** Every case that converts: its normalized form gives the same command line, and is the same when normalized again. */
import { relative } from 'node:path';
import { PROFILES, type ProfileName } from '../../src/model/profile';
import { CASES, caseFolders, guestOf, optionsOf, readCase } from '../case';
import { broken } from './property';

const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];

test.each(caseFolders().map((folder) => relative(CASES, folder)))('%s', (name) => {
  const folder = `${CASES}/${name}`;
  const given = readCase(folder);
  const xml = guestOf(folder);
  const problems = given.qemu.flatMap((version) =>
    PROFILE_NAMES.flatMap((profile) => {
      const problem = broken(xml, { ...optionsOf(folder, given, version), profile });
      return problem === undefined ? [] : [`QEMU ${version}, ${profile}: ${problem}`];
    }),
  );
  expect(problems).toEqual([]);
});
