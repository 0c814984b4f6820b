import { qemuConfOpenList, qemuConfSyntax, qemuConfType } from '../diagnostics/catalog';
import type { Report } from '../diagnostics/diagnostic';
import { QEMU_CONF_DEFAULTS, qemuConfKinds, type QemuConf, type SettingKind } from '../model/qemu-conf';
import type { HostFacts } from './facts';

/** `key = value`: a number, a quoted string, or a list, which no setting that we read has. */
const SETTING = /^([A-Za-z_]\w*)\s*=\s*(?:(-?\d+)|"([^"]*)"|'([^']*)'|(\[.*))\s*(?:#.*)?$/;

/** What libvirt works with on a host without another word: what is known of its settings there, else its defaults. */
export const qemuConfOf = ({ qemuConf }: Pick<HostFacts, 'qemuConf'>): QemuConf =>
  qemuConf === undefined ? QEMU_CONF_DEFAULTS : { ...QEMU_CONF_DEFAULTS, ...qemuConf };

/**
 * Reads libvirt's qemu.conf; what it does not set is as in `base`. Settings that bear on no command line are passed over; a
 * line that is none is reported.
 */
export function parseQemuConf(
  text: string,
  file: string,
  report: Report,
  base: QemuConf = QEMU_CONF_DEFAULTS,
): QemuConf {
  const said = new Map<string, string>();
  const known = kinds();
  /** The line that an open list began in. */
  let list: number | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (list !== undefined || line === '' || line.startsWith('#')) {
      if (line.includes(']')) list = undefined;
      continue;
    }
    const match = SETTING.exec(line);
    if (match?.[5]?.includes(']') === false) list = index + 1;
    const wanted = match ? wantedBy(known.get(match[1] ?? ''), match) : undefined;
    if (!match) report(qemuConfSyntax(file, index + 1, line));
    else if (wanted !== undefined) report(qemuConfType(file, index + 1, match[1] ?? '', ...wanted));
    else if (match[5] === undefined) said.set(match[1] ?? '', valueIn(match));
  }
  if (list !== undefined) report(qemuConfOpenList(file, list));
  return applied(said, base);
}

const valueIn = ([, , number, double, single]: readonly (string | undefined)[]) =>
  number ?? double ?? single ?? '';

/**
 * What a setting must be and is not, and one that is right (libvirt src/util/virconf.c virConfGetValueBool,
 * virConfGetValueString).
 */
function wantedBy(
  kind: SettingKind | undefined,
  [, , number, double, single]: readonly (string | undefined)[],
): readonly [wanted: string, such: string] | undefined {
  if (kind === undefined) return undefined;
  if (kind === 'boolean') return number === '0' || number === '1' ? undefined : ['0 or 1', '1'];
  if (kind === 'number') return number === undefined ? ['a whole number', '1'] : undefined;
  const said = double ?? single;
  if (kind === 'text') return said === undefined ? ['a text in quotes', '"text"'] : undefined;
  if (said !== undefined && kind.includes(said)) return undefined;
  return [`one of ${kind.join(', ')}, in quotes`, `"${kind[0] ?? ''}"`];
}

function applied(said: ReadonlyMap<string, string>, base: QemuConf): QemuConf {
  const settings = Object.entries(base).map(([name, usual]) => {
    const value = said.get(name) ?? said.get(defaultOf(name));
    if (value === undefined) return [name, usual];
    if (typeof usual === 'string' || usual === undefined) return [name, value];
    return [name, typeof usual === 'number' ? Number(value) : Number(value) !== 0];
  });
  return Object.fromEntries(settings) as QemuConf;
}

/** Folders, keys and the question for a peer's certificate have a default for all that is encrypted. */
const defaultOf = (name: string): string => name.replace(/^[a-z]+_tls_x509_/, 'default_tls_x509_');

/** The kind of each setting that we read, and of the defaults of several. */
function kinds(): ReadonlyMap<string, SettingKind> {
  return new Map(
    [...qemuConfKinds()].flatMap(([name, kind]) => [
      [defaultOf(name), kind],
      [name, kind],
    ]),
  );
}
