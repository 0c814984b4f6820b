/**
 * Every domain of the conformance corpus that converts: its normalized form gives the same command line in both profiles,
 * says nothing new, and is the same when normalized again.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';
import { QEMU_CONF_DEFAULTS } from '../../src/model/qemu-conf';
import { PROFILES, type ProfileName } from '../../src/model/profile';
import { broken } from '../normalizer/property';

const PROJECT = resolve(__dirname, '../..');
const CORPUS = resolve(process.env['CORPUS'] ?? join(PROJECT, '../shared/conformance'));
const CONTEXT = 'variant abiUpdate capsAdd capsDel hostCpu gic env migrateFrom fdGroups vdpaFds nbdkitCaps';

interface Case {
  readonly id: string;
  readonly arch: string;
  readonly xml: string;
  readonly qemu: string;
  readonly qemuConf?: object;
}

function optionsOf(one: Case, profile: ProfileName): ConvertOptions {
  const given = Object.entries(one).filter(([key]) => CONTEXT.split(' ').includes(key));
  return {
    profile,
    qemuVersion: one.qemu,
    host: hostFacts(one.arch),
    qemuConf: { ...QEMU_CONF_DEFAULTS, ...one.qemuConf },
    ...(given.length === 0 ? {} : { context: Object.fromEntries(given) }),
  };
}

const facts = new Map<string, HostFacts | undefined>();
function hostFacts(arch: string): HostFacts | undefined {
  if (!facts.has(arch)) {
    const file = join(PROJECT, `test/conformance/hosts/${arch}.json`);
    facts.set(arch, existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as HostFacts) : undefined);
  }
  return facts.get(arch);
}

if (!existsSync(join(CORPUS, 'manifest.json')))
  test.skip(`corpus: skipped, there is none at ${CORPUS} (CORPUS names another place)`, () => {});
else
  test.each(Object.keys(PROFILES) as ProfileName[])(
    '%s: each domain of the corpus',
    (profile) => {
      const all = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as Case[];
      const filter = new RegExp(process.env['FILTER'] ?? '');
      let converted = 0;
      const wrong: Record<string, string> = {};
      for (const one of all.filter(({ id }) => filter.test(id))) {
        const options = optionsOf(one, profile);
        const xml = readFileSync(join(CORPUS, 'cases', one.xml), 'utf8');
        if (convert(xml, options).argv === undefined) continue;
        converted++;
        const problem = broken(xml, options);
        if (problem !== undefined) wrong[one.id] = problem;
      }
      process.stdout.write(`${profile}: ${converted} of ${all.length} convert and were normalized\n`);
      expect(wrong).toEqual({});
    },
    200_000,
  );
