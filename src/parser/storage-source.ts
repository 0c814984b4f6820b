import { storageSourceInvalid, unreadAttribute, valueMissing } from '../diagnostics/catalog';
import { UINT } from '../model/number';
import type { BackingImage, StorageSource } from '../model/storage-source';
import { parsePciAddress } from './address';
import type { XmlElement } from './element';
import { parseNetworkSource } from './network-source';
import { parseScaledSize } from './scaled-size';
import { parseSourceCommon, type SourceCommon } from './source-common';

export const SOURCE_TYPES = [
  'file',
  'block',
  'dir',
  'network',
  'volume',
  'nvme',
  'vhostuser',
  'vhostvdpa',
] as const satisfies readonly StorageSource['type'][];

/**
 * A `<source>` of the given type; undefined for an empty drive. `owner` is the element around it: older files have
 * `<auth>` and `<encryption>` there.
 */
export function parseSource(
  element: XmlElement,
  type: StorageSource['type'],
  owner?: XmlElement,
): StorageSource | undefined {
  const common = parseSourceCommon(element, owner, parseDataStore);
  switch (type) {
    case 'file':
    case 'block':
    case 'dir':
      return pathSource(element, type, common, owner);
    case 'network':
      return parseNetworkSource(element, common);
    case 'volume':
      return {
        type,
        ...common,
        pool: element.required('@pool'),
        volume: element.required('@volume'),
        mode: element.choice('@mode', ['host', 'direct']),
      };
    case 'nvme':
      return nvmeSource(element, common);
    case 'vhostuser':
      return vhostUserSource(element, common);
    case 'vhostvdpa':
      return { type, ...common, path: element.required('@dev') };
  }
}

/** The images below one: `'none'` for an empty `<backingStore/>`, undefined where the XML does not say. */
export function parseBackingStore(owner: XmlElement): BackingImage | 'none' | undefined {
  const element = owner.child('backingStore');
  if (element === undefined) return undefined;
  const index = element.integer('@index', { min: 1 });
  // without a type it is the end of the chain, and what is in it is said to be unread
  if (!element.has('@type')) return 'none';
  element.required('format/@type', "add <format type='raw'/>, or what it is");
  const source = parseImage(element);
  if (source === undefined) {
    element.report(valueMissing(element.at.of('source'), '<source>'));
    return 'none';
  }
  return {
    at: element.at,
    format: element.text('format/@type'),
    source: { ...source, index: source.index ?? index },
    metadataCacheMax: parseScaledSize(element, 'format/metadata_cache/max_size', 1),
    backing: parseBackingStore(element),
  };
}

/** An element that has a type and a `<source>` of its own: `<backingStore>`, `<dataStore>`. */
function parseImage(element: XmlElement): StorageSource | undefined {
  const type = element.choice('@type', SOURCE_TYPES) ?? 'file';
  const source = element.child('source');
  return source && parseSource(source, type);
}

function parseDataStore(source: XmlElement): StorageSource['dataStore'] {
  const element = source.child('dataStore');
  if (element === undefined) return undefined;
  element.required('@type', "say what its <source> is, such as type='file'");
  element.required('format/@type', "add <format type='raw'/>");
  const data = parseImage(element);
  if (data === undefined) element.report(valueMissing(element.at.of('source'), '<source>'));
  else if (data.dataStore)
    element.report(storageSourceInvalid(data.dataStore.at, 'a <dataStore> has none of its own', 'remove it'));
  return data && { at: element.at, format: element.text('format/@type') ?? 'raw', source: data };
}

/** The attribute of `<source>` that holds the path. */
const PATH_ATTRIBUTE = { file: 'file', block: 'dev', dir: 'dir' } as const;
type PathType = keyof typeof PATH_ATTRIBUTE;

function pathSource(
  element: XmlElement,
  type: PathType,
  common: SourceCommon,
  owner: XmlElement | undefined,
): StorageSource | undefined {
  const path = element.textOrEmpty(`@${PATH_ATTRIBUTE[type]}`) ?? pathOfOtherType(element, type, owner);
  return path === undefined || path === '' ? undefined : { type, path, ...common };
}

/** What a drive may hold that can do without: nothing is in it then, as with libvirt. */
const REMOVABLE: readonly (string | undefined)[] = ['cdrom', 'floppy'];

/** The path where it stands as that of another type. */
function pathOfOtherType(
  element: XmlElement,
  type: PathType,
  owner: XmlElement | undefined,
): string | undefined {
  for (const [other, attribute] of Object.entries(PATH_ATTRIBUTE)) {
    const path = element.text(`@${attribute}`);
    if (path === undefined) continue;
    const wanted = PATH_ATTRIBUTE[type];
    const help = `type='${type}' takes ${wanted}=: write ${wanted}='${path}', or type='${other}'`;
    const at = element.at.of(`@${attribute}`);
    const mayBeEmpty = REMOVABLE.includes(owner?.text('@device'));
    element.report(
      mayBeEmpty
        ? unreadAttribute(at, attribute, 'source', help)
        : valueMissing(at, `attribute '${wanted}' of <source>`, help),
    );
    return mayBeEmpty ? undefined : path;
  }
  return undefined;
}

function nvmeSource(element: XmlElement, common: SourceCommon): StorageSource | undefined {
  element.required('@type', "write type='pci'");
  element.choice('@type', ['pci']);
  element.required('@namespace');
  const address = element.child('address');
  if (address === undefined) {
    element.required('address');
    return undefined;
  }
  return {
    type: 'nvme',
    ...common,
    managed: element.yes('@managed'),
    namespace: element.integer('@namespace', { min: 1, max: UINT }) ?? 1,
    pci: parsePciAddress(address),
  };
}

function vhostUserSource(element: XmlElement, common: SourceCommon): StorageSource {
  element.required('@type', "write type='unix'");
  element.choice('@type', ['unix']);
  const enabled = element.yes('reconnect/@enabled');
  if (enabled === true)
    element.required('reconnect/@timeout', 'say after how many seconds it is tried again');
  return {
    type: 'vhostuser',
    ...common,
    chardev: {
      at: element.at,
      type: 'unix',
      path: element.required('@path'),
      mode: element.choice('@mode', ['connect', 'client']) && 'connect',
      reconnect:
        enabled === undefined ? undefined : { enabled, timeout: element.integer('reconnect/@timeout') },
    },
  };
}
