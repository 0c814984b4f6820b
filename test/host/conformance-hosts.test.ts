import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { readSnapshot } from '../../src/host/snapshot';

const HOSTS = join(__dirname, '../conformance/hosts');

test.each(readdirSync(HOSTS))('the described host %s is a good snapshot', (file) => {
  const said: Diagnostic[] = [];
  const facts = readSnapshot(readFileSync(join(HOSTS, file), 'utf8'), file, (problem) => said.push(problem));
  expect(said).toEqual([]);
  expect(`${facts?.arch}.json`).toBe(file);
});
