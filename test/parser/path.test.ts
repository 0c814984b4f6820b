import { DOMParser, type Element } from '@xmldom/xmldom';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import xpath from 'xpath';
import { compile, first, NAMESPACES } from '../../src/parser/path';

const PATHS = [
  '@type',
  'name',
  'os/type/@arch',
  'devices/disk',
  'devices/disk/source/@file',
  'devices/disk/target/@dev',
  'devices/*/@type',
  'devices/disk[2]/@type',
  'devices/controller | devices/disk',
  '@type|os/type',
  'qemu:commandline/qemu:arg/@value',
  'devices/disk[@device="lun"]/source/@dev',

  'nothing/at/all',
  '.',
];
const select = xpath.useNamespaces(NAMESPACES);

/** Every domain file that comes with the project. */
function domains(): string[] {
  const root = join(__dirname, '../..');
  return ['examples', 'test/cases']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, folder, name),
      ),
    )
    .filter((name) => name.endsWith('guest.xml'))
    .map((name) => readFileSync(name, 'utf8'))
    .filter((text) => !text.includes('<!DOCTYPE') && text.includes('</domain>'));
}

test('a compiled walk finds what the xpath package finds, over every domain file of the project', () => {
  const files = domains();
  expect(files.length).toBeGreaterThan(0);
  for (const text of files) {
    const root = new DOMParser({ onError: () => {} }).parseFromString(text, 'text/xml')
      .documentElement as Element;
    for (const path of PATHS)
      expect({ path, found: first(path)(root) }).toEqual({ path, found: compile(path)(root)[0] });
    for (const path of PATHS)
      expect({ path, found: compile(path)(root) }).toEqual({ path, found: select(path, root as never) });
  }
});
