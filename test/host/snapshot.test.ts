import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { checkSnapshot, readSnapshot } from '../../src/host/snapshot';

const FULL = readFileSync(join(__dirname, 'full-snapshot.json'), 'utf8');
type Json = Record<string, unknown>;

function check(value: unknown) {
  const said: Diagnostic[] = [];
  const facts = checkSnapshot(value, 'host.json', (diagnostic) => said.push(diagnostic));
  return { facts, said: said.map(({ code, message }) => `${code}: ${message}`) };
}

function read(json: string) {
  const said: Diagnostic[] = [];
  const facts = readSnapshot(json, 'host.json', (diagnostic) => said.push(diagnostic));
  return { facts, said: said.map(({ code, message }) => `${code}: ${message}`) };
}

/** The full snapshot with the value at a path of keys replaced. */
function withValue(keys: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(FULL) as Json;
  let at = copy as Record<string | number, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[keys[keys.length - 1]!] = value;
  return copy;
}

/** Every path of keys within a value. */
function pathsIn(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([key, item]) => [[key], ...pathsIn(item).map((rest) => [key, ...rest])]);
}

test('a snapshot with every field is taken as it is', () => {
  expect(read(FULL)).toEqual({ facts: JSON.parse(FULL) as unknown, said: [] });
});

test.each([
  ['{"schema": 1', /^host-snapshot-syntax: host\.json is not JSON: /],
  ['[]', /^host-snapshot-invalid: host\.json: \$ is not an object$/],
  ['{"schema": 2, "scsi": 5}', /^host-snapshot-version: host\.json has schema version 2; this release reads/],
  ['{"scsi": []}', /^host-snapshot-version: host\.json is no host snapshot/],
])('%s is refused', (json, message) => {
  const { facts, said } = read(json);
  expect(facts).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(message)]);
});

test.each<[(string | number)[], unknown, string]>([
  [['scsi', 0, 'hctl', 'host'], -1, '$.scsi[0].hctl.host is -1, not a whole number from 0'],
  [['scsi', 0, 'hctl', 'lun'], 5, '$.scsi[0].hctl.lun is 5, not a LUN as a decimal number in quotes'],
  [['scsi', 0, 'type'], undefined, '$.scsi[0].type is missing: a whole number from 0'],
  [['scsi', 1, 'sg', 'path'], 'sg1', '$.scsi[1].sg.path is "sg1", not an absolute path'],
  [['block', 0, 'kind'], 'disc', '$.block[0].kind is "disc", not disk, rom, partition, dm, '],
  [['block'], {}, '$.block is an object, not a list'],
  [['kvm'], 'yes', '$.kvm is "yes", not true or false'],
  [['scsi', 0, 'vendr'], 'x', '$.scsi[0].vendr is not known; did you mean vendor?'],
  [['toString'], 1, '$.toString is not known; known here: '],
  [['adapters', 0, 'fc', 'wwpn'], '0x10000000c9831b4b', 'is "0x10000000c9831b4b", not 16 lower case'],
  [['secrets'], 'all', '$.secrets is "all", not a list'],
  [['qemuConf'], [], '$.qemuConf is not an object'],
  [['qemuConf', 'vnc_tls'], 'yes', '$.qemuConf.vnc_tls is "yes", not true or false'],
  [['qemuConf', 'user'], 'qemu', '$.qemuConf.user is no setting of qemu.conf that bears on a command line'],
])('%j = %j', (keys, value, message) => {
  const { facts, said } = check(withValue(keys, value));
  expect(facts).toBeUndefined();
  expect(said).toEqual([expect.stringContaining(message)]);
  expect(said[0]).toMatch(/^host-snapshot-invalid: host\.json: \$/);
});

test('a key of JavaScript itself is a strange key like any other', () => {
  expect(read('{"schema": 1, "__proto__": {"kvm": true}}').said).toEqual([
    expect.stringContaining('$.__proto__ is not known'),
  ]);
});

test('a file of another kind is answered in twenty lines', () => {
  const { said } = check({ schema: 1, scsi: Array.from({ length: 1000 }, () => 'sda') });
  expect(said).toHaveLength(20);
});

test('a long value is cut in the message', () => {
  const { said } = check({ schema: 1, hostname: `\0${'x'.repeat(1_000_000)}` });
  expect(said[0]!.length).toBeLessThan(200);
});

test('any text: facts or diagnostics, never both, never a crash', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
      const { facts, said } = read(json);
      expect(facts === undefined).toBe(said.length > 0);
    }),
  );
});

test('any value anywhere in a good snapshot: taken unchanged, or refused by its path', () => {
  const places = pathsIn(JSON.parse(FULL));
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (keys, value) => {
      const changed = withValue(keys, value);
      const { facts, said } = check(changed);
      if (facts) expect(facts).toBe(changed);
      else if (keys[0] !== 'schema') expect(said.join('\n')).toContain(`$.${keys[0]!}`);
      expect(facts === undefined).toBe(said.length > 0);
    }),
    { numRuns: 500 },
  );
});

test('however deep a value is', () => {
  const { facts, said } = read(`{"schema": 1, "scsi": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  expect(facts).toBeUndefined();
  expect(said).toHaveLength(1);
});
