import { smbiosOfHost, sysinfoEntryUnknown, sysinfoInvalid } from '../../../diagnostics/catalog';
import { closest } from '../../../diagnostics/closest';
import type { Domain } from '../../../model/domain';
import type { SmbiosInfo } from '../../../model/sysinfo';
import type { Context } from '../../context';
import { smbiosInfo, unknownEntries } from '../smbios';

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/;

export function validateSysinfo(guest: Domain, context: Context): void {
  const { report } = context;
  const info = smbiosInfo(guest);
  validateFwCfg(guest, context);
  if (guest.os.smbiosMode === 'host' && !context.profile.libvirtDefaults)
    report(smbiosOfHost(guest.os.at.of('smbios/@mode')));
  if (guest.os.smbiosMode === 'sysinfo' && info === undefined)
    report(
      sysinfoInvalid(
        guest.os.at.of('smbios/@mode'),
        'there is no <sysinfo> to show',
        "add <sysinfo type='smbios'>",
      ),
    );
  for (const { entry, names } of info === undefined ? [] : unknownEntries(info))
    report(sysinfoEntryUnknown(entry.at.of('@name'), entry.name, names, closest(entry.name, names)));
  const second = info?.baseBoards.filter((entries) => entries.length > 0)[1]?.[0];
  if (guest.os.smbiosMode === 'sysinfo' && second !== undefined)
    report(sysinfoInvalid(second.at, 'QEMU describes one board', 'keep one <baseBoard>'));
  const date = info?.bios.find(({ name }) => name === 'date');
  if (date !== undefined && !isDate(date.value))
    report(sysinfoInvalid(date.at, `'${date.value}' is no date of a BIOS`, 'write MM/DD/YYYY'));
  validateUuid(guest, info, context);
}

/** A guest has one uuid; QEMU ends with one that is none (hw/smbios/smbios.c). */
function validateUuid(guest: Domain, info: SmbiosInfo | undefined, { report }: Context): void {
  const uuid = info?.system.find(({ name }) => name === 'uuid');
  if (uuid === undefined) return;
  const seen = guest.hwuuid ?? guest.uuid ?? uuid.value;
  if (!/^[\da-f]{32}$/.test(plain(uuid.value)))
    report(
      sysinfoInvalid(uuid.at, `'${uuid.value}' is no uuid`, 'write 32 hexadecimal digits, or remove it'),
    );
  else if (plain(uuid.value) !== plain(seen))
    report(
      sysinfoInvalid(uuid.at, "the uuid differs from the domain's", 'make them equal, or remove this one'),
    );
}

/** Names below opt/ are the user's, but for those that firmware reads (QEMU docs/specs/fw_cfg.rst). */
function validateFwCfg(guest: Domain, { profile, report }: Context): void {
  const entries = guest.sysinfo.flatMap((info) => (info.type === 'fwcfg' ? info.entries : []));
  const names = new Set<string>();
  for (const { at, name, file, value } of entries) {
    if (names.has(name) && profile.checksForQemu)
      report(sysinfoInvalid(at.of('@name'), `there are two of the name '${name}'`, 'keep one of the two'));
    names.add(name);
    if (file === undefined && value === '')
      report(sysinfoInvalid(at, `'${name}' has no value`, "write one, or file='/path'"));
    if (file !== undefined && value !== undefined)
      report(sysinfoInvalid(at, `'${name}' has a value and a file`, 'keep one of the two'));
    if (name !== '' && !name.startsWith('opt/'))
      report(sysinfoInvalid(at.of('@name'), `'${name}' is no name of yours to give`, 'begin it with opt/'));
    if (/^opt\/(ovmf|org\.qemu)\//.test(name))
      report(
        sysinfoInvalid(at.of('@name'), `'${name}' is kept for firmware`, 'use opt/ and a domain of yours'),
      );
  }
}

function plain(uuid: string): string {
  return uuid.replace(/[-\s]/g, '').toLowerCase();
}

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  const [month, day] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
