// The domain files of the corpus, as requests of batch.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { project } from './process.mjs';

export function corpusFolder() {
  return join(resolve(process.env.CORPUS ?? join(project, '../shared/conformance')), 'cases');
}

export function domainFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml') && !name.endsWith('.out.xml'))
    .map((name) => join(folder, name));
}

/** So many lines, over the files again and again: a piece of them in memory at a time. */
export function* requests(files, count) {
  const lines = files.map((file) => {
    const options = { profile: 'libvirt', qemuVersion: '10.0.0' };
    return `${JSON.stringify({ id: file, xml: readFileSync(file, 'utf8'), options })}\n`;
  });
  const TOGETHER = 50;
  for (let done = 0; done < count; done += TOGETHER) {
    const length = Math.min(TOGETHER, count - done);
    yield Array.from({ length }, (_, i) => lines[(done + i) % lines.length]).join('');
  }
}
