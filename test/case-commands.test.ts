/**
 * Runs the command line of each case that has one, in its folder: for what is said of options, of other files and of
 * programs, and not of a guest alone. `FILTER=regex` narrows it; `UPDATE=1` rewrites what is printed.
 */
import { join, relative } from 'node:path';
import { CASES, caseFolders } from './case';
import { Replay } from './replay';

let replay: Replay;
beforeAll(() => {
  replay = new Replay();
});
afterAll(() => replay.remove());

// FILTER may leave none.
const folders = caseFolders('command.txt').map((folder) => relative(CASES, folder));
(folders.length > 0 ? test : test.skip).each([...folders])('%s', (folder) =>
  replay.expectFile(join(CASES, folder, 'command.txt'), join(CASES, folder)),
);
