import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every domain file that comes with the project and is XML. */
export function domainTexts(): string[] {
  const root = join(__dirname, '../..');
  const texts = ['examples', 'test/cases']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, folder, name),
      ),
    )
    .filter((name) => name.endsWith('guest.xml') && !name.includes('/safety/') && !name.includes('/xml/'))
    .map((name) => readFileSync(name, 'utf8'))
    .filter((text) => !text.includes('<!DOCTYPE') && text.includes('</domain>'));
  if (texts.length < 100) throw new Error('the domain files are not where they were');
  return texts;
}
