import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { reads } from '../opened';
import type { PlannedFwCfg, PlannedSmbios } from '../../model/plan/smbios';
import type { SmbiosInfo, SysinfoEntry } from '../../model/sysinfo';

/** libvirt's entry names -> QEMU's fields, in the order of the command line (QEMU hw/smbios/smbios.c). */
const BIOS = [
  ['vendor', 'vendor'],
  ['version', 'version'],
  ['date', 'date'],
  ['release', 'release'],
] as const;
const SYSTEM = [
  ['manufacturer', 'manufacturer'],
  ['product', 'product'],
  ['version', 'version'],
  ['serial', 'serial'],
  ['uuid', 'uuid'],
  ['sku', 'sku'],
  ['family', 'family'],
] as const;
const BOARD = [
  ['manufacturer', 'manufacturer'],
  ['product', 'product'],
  ['version', 'version'],
  ['serial', 'serial'],
  ['asset', 'asset'],
  ['location', 'location'],
] as const;
const CHASSIS = [
  ['manufacturer', 'manufacturer'],
  ['version', 'version'],
  ['serial', 'serial'],
  ['asset', 'asset'],
  ['sku', 'sku'],
] as const;

/** Entries that QEMU's tables have no field for, each with the names that there are. */
export function unknownEntries({ bios, system, baseBoards, chassis }: SmbiosInfo) {
  const unknown = (entries: readonly SysinfoEntry[], fields: readonly (readonly [string, string])[]) => {
    const names = fields.map(([entry]) => entry);
    return entries
      .filter(({ name }) => name !== '' && !names.includes(name))
      .map((entry) => ({ entry, names }));
  };
  return [
    ...unknown(bios, BIOS),
    ...unknown(system, SYSTEM),
    ...baseBoards.flatMap((board) => unknown(board, BOARD)),
    ...unknown(chassis, CHASSIS),
  ];
}

export function smbiosInfo(guest: Domain): SmbiosInfo | undefined {
  return guest.sysinfo.find((info): info is SmbiosInfo => info.type === 'smbios');
}

/** `<os><smbios mode='sysinfo'/>` makes the guest see `<sysinfo>`. */
export function planSmbios(guest: Domain, { profile }: Context): PlannedSmbios[] {
  const info = guest.os.smbiosMode === 'sysinfo' ? smbiosInfo(guest) : undefined;
  if (info === undefined) return [];
  const withMaker = profile.libvirtDefaults ? withEmptyMaker : (fields: PlannedSmbios['fields']) => fields;
  const tables: PlannedSmbios[] = [
    { type: 0, fields: fieldsOf(info.bios, BIOS) },
    { type: 1, fields: fieldsOf(info.system, SYSTEM) },
    ...info.baseBoards.map((board) => ({ type: 2, fields: withMaker(fieldsOf(board, BOARD)) })),
    { type: 3, fields: withMaker(fieldsOf(info.chassis, CHASSIS)) },
    { type: 11, fields: info.oemStrings.map((value) => ({ name: 'value', value })) },
  ];
  return tables.filter(({ fields }) => fields.length > 0);
}

/** libvirt names the maker of a board and a chassis even where there is none (src/qemu/qemu_command.c qemuBuildSmbios...Str). */
function withEmptyMaker(fields: PlannedSmbios['fields']): PlannedSmbios['fields'] {
  const none = fields.length === 0 || fields[0]?.name === 'manufacturer';
  return none ? fields : [{ name: 'manufacturer', value: '' }, ...fields];
}

function fieldsOf(entries: readonly SysinfoEntry[], names: readonly (readonly [string, string])[]) {
  return names.flatMap(([entry, name]) => {
    const found = entries.find((candidate) => candidate.name === entry);
    return found === undefined || found.value === '' ? [] : [{ name, value: found.value }];
  });
}

export function planFwCfg({ sysinfo }: Domain, context: Context): PlannedFwCfg[] {
  const entries = sysinfo.flatMap((info) => (info.type === 'fwcfg' ? info.entries : []));
  for (const { file } of entries) reads(file, 'fw_cfg', context);
  return entries.map(({ name, file, value }) => ({ name, file, string: value }));
}
