import {
  ownJsonUntyped,
  ownOptionDeprecated,
  ownOptionGone,
  ownOptionLater,
} from '../../diagnostics/catalog';
import { formatVersion } from '../../qemu/version';
import { deprecatedOption } from '../../qemu/deprecated-options';
import { goneOption } from '../../qemu/gone-options';
import { laterOption } from '../../qemu/later-options';
import type { Check } from '../check';
import { optionsOf } from './read';

/** Numbers among the properties of devices that people write by hand: QEMU takes them without quotes only. */
const NUMBERS = ['lun', 'scsi-id', 'channel', 'bootindex', 'port', 'chassis', 'nr', 'queues', 'vectors'];

/** `<qemu:arg>`s that this QEMU refuses, or means to. */
export const ownOptions: Check = ({ guest, context }) => {
  const { qemu, report } = context;
  for (const { at, name, value, pairs, json } of optionsOf(guest)) {
    const driver = asText(json?.['driver']) ?? pairs.get('driver') ?? pairs.keys().next().value;
    const later = laterOption(name, driver, qemu.version);
    if (later !== undefined) report(ownOptionLater(at, later.what, later.since, formatVersion(qemu.version)));
    const gone = goneOption(name, value, qemu.version);
    if (gone !== undefined)
      report(ownOptionGone(at, gone.what, gone.until, gone.instead, formatVersion(qemu.version)));
    const old = gone === undefined ? deprecatedOption(name, value, qemu.version) : undefined;
    if (old !== undefined) report(ownOptionDeprecated(at, old.what, old.until, old.instead));
    // -device took its JSON apart into text before QEMU looked at types (QEMU 6.2 deprecated.rst).
    if (name !== '-device' || json === undefined || !qemu.has('device.json')) continue;
    const quoted = NUMBERS.find((key) => /^\d+$/.test(asText(json[key]) ?? ''));
    if (quoted !== undefined) report(ownJsonUntyped(at, quoted, asText(json[quoted]) ?? ''));
  }
};

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
