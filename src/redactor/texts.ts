import { kindsOf, type Kind } from './kind';

/** Elements with text. `disk/serial` is one that means this only there. */
const TEXTS = kindsOf({
  name: 'guest',
  uuid: 'uuid',
  hwuuid: 'uuid',
  genid: 'uuid',
  serial: 'serial',
  wwn: 'wwn',
  cmdline: 'command',
  group_name: 'group',
  inituser: 'user',
  initgroup: 'user',
  key: 'name',
  lockspace: 'name',
  certificate: 'name',
  dhCert: 'encoded',
  session: 'encoded',
  idBlock: 'encoded',
  idAuth: 'encoded',
  hostData: 'encoded',
  guestVisibleWorkarounds: 'encoded',
  mrConfigId: 'encoded',
  mrOwner: 'encoded',
  mrOwnerConfig: 'encoded',
  'caps/interface': 'netdev',
  'source/interface': 'netdev',
});

/** Paths, from the root or not. */
const PATHS =
  /^(backend|block|bootloader|char|database|dtb|emulator|init|initdir|initrd|kernel|loader|nvram|partition|path|root|shim|table)$/;

/** What says what a thing is, not whose. */
const VOCABULARY = /^(model|vendor|product|type|on_\w+)$/;

/** Numbers, lists of them, and the words for yes and no. */
const PLAIN = /^(?:[-+\d.,^\s]+|0x[\da-f]+|on|off|yes|no)$/i;

/** What the text of an element is: nobody looks for words in one that is neither a number nor one of few. */
export function kindOfText(parent: string, element: string, text: string): Kind | undefined {
  const known = TEXTS.get(`${parent}/${element}`) ?? TEXTS.get(element);
  if (known !== undefined) return known;
  if (VOCABULARY.test(element) || PLAIN.test(text)) return undefined;
  return PATHS.test(element) ? 'path' : 'words';
}

/** Entries that say what a machine is, not whose. */
const MODELS = ['vendor', 'version', 'date', 'release', 'manufacturer', 'product'];

/** Of entries of `<sysinfo>` as the SMBIOS tables name them. */
export function kindOfEntry(name: string | undefined): Kind | undefined {
  if (MODELS.includes(name ?? '')) return undefined;
  return name === 'uuid' || name === 'serial' ? name : 'words';
}
