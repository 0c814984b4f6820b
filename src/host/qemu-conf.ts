import { qemuConfSyntax } from '../diagnostics/catalog';
import type { Report } from '../diagnostics/diagnostic';
import { QEMU_CONF_DEFAULTS, type QemuConf } from '../model/qemu-conf';
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
  let list = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (list || line === '' || line.startsWith('#')) {
      list &&= !line.includes(']');
      continue;
    }
    const match = SETTING.exec(line);
    if (!match) report(qemuConfSyntax(file, index + 1, line));
    else if (match[5] !== undefined) list = !match[5].includes(']');
    else said.set(match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '');
  }
  return applied(said, base);
}

function applied(said: ReadonlyMap<string, string>, base: QemuConf): QemuConf {
  const settings = Object.entries(base).map(([name, usual]) => {
    const value = said.get(name) ?? said.get(defaultOf(name));
    if (value === undefined) return [name, usual];
    return [name, typeof usual === 'boolean' ? Number(value) !== 0 : value];
  });
  return Object.fromEntries(settings) as QemuConf;
}

/** Folders, keys and the question for a peer's certificate have a default for all that is encrypted. */
const defaultOf = (name: string): string => name.replace(/^[a-z]+_tls_x509_/, 'default_tls_x509_');
