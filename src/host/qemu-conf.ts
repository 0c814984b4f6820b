import { qemuConfSyntax } from '../diagnostics/catalog';
import type { Report } from '../diagnostics/diagnostic';
import { QEMU_CONF_DEFAULTS, type QemuConf } from '../model/qemu-conf';

/** `key = value`: a number, a quoted string, or a list, which no setting that we read has. */
const SETTING = /^([A-Za-z_]\w*)\s*=\s*(?:(-?\d+)|"([^"]*)"|'([^']*)'|(\[.*))\s*(?:#.*)?$/;

/** Reads libvirt's qemu.conf. Settings that bear on no command line are passed over; a line that is none is reported. */
export function parseQemuConf(text: string, file: string, report: Report): QemuConf {
  const conf: Record<string, string | boolean> = { ...QEMU_CONF_DEFAULTS };
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
    else set(conf, match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '');
  }
  return conf as QemuConf;
}

function set(conf: Record<string, string | boolean>, key: string, value: string): void {
  const known = Object.hasOwn(conf, key) ? conf[key] : undefined;
  if (known !== undefined) conf[key] = typeof known === 'boolean' ? Number(value) !== 0 : value;
}
