/**
 * Every domain of the conformance corpus that converts: its normalized form gives the same command line in both profiles,
 * says nothing new, and is the same when normalized again. And it has what libvirt's has, but for what is listed in
 * docs/normalize.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';
import { QEMU_CONF_DEFAULTS } from '../../src/model/qemu-conf';
import { PROFILES, type ProfileName } from '../../src/model/profile';
import { normalize } from '../../src/normalize';
import { broken } from '../normalizer/property';
import { lacking } from './shape';

const PROJECT = resolve(__dirname, '../..');
const CORPUS = resolve(process.env['CORPUS'] ?? join(PROJECT, '../shared/conformance'));
const CONTEXT = 'variant abiUpdate capsAdd capsDel hostCpu gic env migrateFrom fdGroups vdpaFds nbdkitCaps';

interface Case {
  readonly id: string;
  readonly arch: string;
  readonly xml: string;
  readonly qemu: string;
  readonly qemuConf?: object;
  /** The same domain as libvirt shows it. */
  readonly normalizedXml?: string;
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

const textOf = (name: string) => readFileSync(join(CORPUS, 'cases', name), 'utf8');

/** Domains of x86_64 in whose normalized form nothing is missing that libvirt writes. */
const FEWEST_WHOLE = 545;

if (!existsSync(join(CORPUS, 'manifest.json')))
  test.skip(`corpus: skipped, there is none at ${CORPUS} (CORPUS names another place)`, () => {});
else {
  const filter = new RegExp(process.env['FILTER'] ?? '');
  const all = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as Case[];
  const chosen = all.filter(({ id }) => filter.test(id));

  test.each(Object.keys(PROFILES) as ProfileName[])(
    '%s: the same command line',
    (profile) => {
      const wrong: Record<string, string> = {};
      let converted = 0;
      for (const one of chosen) {
        const options = optionsOf(one, profile);
        const xml = textOf(one.xml);
        if (convert(xml, options).argv === undefined) continue;
        converted++;
        const problem = broken(xml, options);
        if (problem !== undefined) wrong[one.id] = problem;
      }
      process.stdout.write(`${profile}: ${converted} of ${chosen.length} convert and were normalized\n`);
      expect(wrong).toEqual({});
    },
    200_000,
  );

  test('what libvirt fills in is filled in', () => {
    let whole = 0;
    const missing: string[] = [];
    for (const one of chosen.filter(({ arch }) => arch === 'x86_64')) {
      const { text } = normalize(textOf(one.xml), optionsOf(one, 'libvirt'));
      if (one.normalizedXml === undefined || text === undefined) continue;
      const [first] = lacking(textOf(one.normalizedXml), text);
      if (first === undefined) whole++;
      else missing.push(`  ${one.id}: ${first}\n`);
    }
    process.stdout.write(
      `${whole} of ${whole + missing.length} have all that libvirt writes; not these:\n${missing.join('')}`,
    );
    if (process.env['FILTER'] === undefined) expect(whole).toBeGreaterThanOrEqual(FEWEST_WHOLE);
  }, 200_000);
}
