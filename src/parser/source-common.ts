import type {
  Auth,
  Encryption,
  Reservations,
  SecretRef,
  Slice,
  StorageSource,
} from '../model/storage-source';
import { storageGivenTwice } from '../diagnostics/catalog';
import type { XmlElement } from './element';
import { parseSourceSeclabels } from './seclabel';

/** What a `<source>` of any type may hold. */
export type SourceCommon = Pick<
  StorageSource,
  | 'at'
  | 'index'
  | 'startupPolicy'
  | 'seclabels'
  | 'auth'
  | 'encryption'
  | 'reservations'
  | 'slice'
  | 'fdGroup'
  | 'dataStore'
>;

export function parseSourceCommon(
  element: XmlElement,
  owner: XmlElement | undefined,
  dataStore: (source: XmlElement) => StorageSource['dataStore'],
): SourceCommon {
  element.skip('privateData');
  return {
    at: element.at,
    index: element.integer('@index', { min: 1 }),
    startupPolicy: element.choice('@startupPolicy', ['mandatory', 'requisite', 'optional']),
    seclabels: parseSourceSeclabels(element),
    auth: parseAuth(onlyOne('auth', element, owner)),
    encryption: parseEncryption(onlyOne('encryption', element, owner)),
    reservations: parseReservations(element.child('reservations')),
    slice: parseSlice(element.child('slices/slice')),
    fdGroup: element.text('@fdgroup'),
    dataStore: dataStore(element),
  };
}

/** Older files have the element beside `<source>`, newer ones in it; both at once contradict each other. */
function onlyOne(name: string, source: XmlElement, owner: XmlElement | undefined): XmlElement | undefined {
  const inside = source.child(name);
  const beside = owner?.child(name);
  if (inside && beside) {
    source.report(storageGivenTwice(beside.at, name));
    owner?.skip(name);
  }
  return inside ?? beside;
}

/** `<auth username=><secret type= usage=|uuid=/></auth>`. */
export function parseAuth(element: XmlElement | undefined): Auth | undefined {
  if (element === undefined) return undefined;
  element.skip('@type');
  return {
    at: element.at,
    username: element.required('@username'),
    secret: parseSecret(element.child('secret') ?? element),
  };
}

function parseSecret(element: XmlElement): SecretRef {
  const ref = {
    at: element.at,
    type: element.name === 'secret' ? element.text('@type') : undefined,
    uuid: element.text('@uuid'),
    usage: element.text('@usage'),
  };
  if (ref.uuid === undefined && ref.usage === undefined)
    element.required('@usage', "name the secret: <secret type='...' usage='...'/>");
  return ref;
}

function parseEncryption(element: XmlElement | undefined): Encryption | undefined {
  if (element === undefined) return undefined;
  element.required('@format');
  const cipher = element.child('cipher');
  const ivgen = element.child('ivgen');
  return {
    at: element.at,
    format: element.choice('@format', ['default', 'qcow', 'luks', 'luks2', 'luks-any']) ?? 'default',
    engine: element.choice('@engine', ['qemu', 'librbd']),
    secrets: element.children('secret').map(parseSecret),
    cipher: cipher && {
      name: cipher.required('@name'),
      size: cipher.integer('@size') ?? 0,
      mode: cipher.text('@mode'),
      hash: cipher.text('@hash'),
    },
    ivgen: ivgen && { name: ivgen.required('@name'), hash: ivgen.text('@hash') },
  };
}

function parseReservations(element: XmlElement | undefined): Reservations | undefined {
  if (element === undefined) return undefined;
  const managed = element.yes('@managed') ?? false;
  const socket = element.child('source');
  if (!managed && socket === undefined)
    element.required('source', 'name the socket of a qemu-pr-helper, or write managed="yes"');
  socket?.choice('@type', ['unix']);
  socket?.choice('@mode', ['client']);
  return { at: element.at, managed, path: managed ? socket?.text('@path') : socket?.required('@path') };
}

function parseSlice(element: XmlElement | undefined): Slice | undefined {
  if (element === undefined) return undefined;
  element.choice('@type', ['storage']);
  return {
    at: element.at,
    offset: element.integer('@offset') ?? 0,
    size: element.integer('@size') ?? 0,
  };
}
