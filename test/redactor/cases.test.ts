/** What is wrong with a guest is wrong with it in stand-ins, at the same lines. */
import { relative } from 'node:path';
import { check } from '../../src/check';
import { redactedInput } from '../../src/cli/redacted';
import { convertDomain, read } from '../../src/convert';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { CASES, caseFolders, guestOf, optionsOf, profilesOf, readCase } from '../case';

const verdict = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ severity, code, at }) => `${at?.line ?? '-'} ${severity} ${code}`).sort();

test.each(caseFolders().map((folder) => relative(CASES, folder)))('%s', (name) => {
  const folder = `${CASES}/${name}`;
  const text = guestOf(folder);
  for (const { given } of profilesOf(readCase(folder)))
    for (const version of given.qemu) {
      const options = optionsOf(folder, given, version);
      const hidden = redactedInput(text, options);
      const said =
        given.command === 'check'
          ? [check(text, options), check(hidden.text, hidden.options)]
          : [convertDomain(read(text, options), options), convertDomain(hidden.reading, hidden.options)];
      const [plain, redacted] = said.map(({ diagnostics }) => verdict(diagnostics));
      expect(redacted).toEqual(plain);
    }
});
