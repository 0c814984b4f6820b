/**
 * What comes out, read by a person: goldens/NAME/guest.xml in, normalized.PROFILE.xml out. UPDATE=1 rewrites them, to be
 * read as a diff.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConvertOptions } from '../../src/convert';
import { NO_FACTS } from '../../src/host/facts';
import type { ProfileName } from '../../src/model/profile';
import { normalize } from '../../src/normalize';
import { broken } from './property';

const GOLDENS: readonly (readonly [string, ProfileName, ConvertOptions])[] = [
  ['desktop', 'standalone', {}],
  ['desktop', 'libvirt', {}],
  ['old-server', 'standalone', {}],
  ['one-line', 'libvirt', {}],
  ['mainframe', 'libvirt', {}],
  ['moved-lun', 'standalone', { virtioLun: 'scsi' }],
  ['tabs', 'standalone', { select: '//domain[2]' }],
];

test.each(GOLDENS)('%s, %s', (name, profile, given) => {
  const folder = join(__dirname, 'goldens', name);
  const golden = join(folder, `normalized.${profile}.xml`);
  const xml = readFileSync(join(folder, 'guest.xml'), 'utf8');
  const options = { ...given, profile, qemuVersion: '10.0.0', host: NO_FACTS };
  const { text } = normalize(xml, options);
  if (process.env['UPDATE'] === '1' && text !== undefined) writeFileSync(golden, text);
  expect(text).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : undefined);
  expect(text).toBeDefined();
  expect(broken(xml, options)).toBeUndefined();
});
