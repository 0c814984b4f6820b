import type {
  Auth,
  Encryption,
  Reservations,
  SecretRef,
  Slice,
  StorageSource,
} from '../model/storage-source';
import { storageGivenTwice, storageSourceInvalid } from '../diagnostics/catalog';
import type { XmlElement } from './element';
import { parseSourceSeclabels } from './seclabel';
import { parseUuid } from './uuid';

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
    slice: parseSlice(element.children('slices/slice').find((slice) => slice.has('@type'))),
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
function parseAuth(element: XmlElement | undefined): Auth | undefined {
  if (element === undefined) return undefined;
  element.choice('@type', ['none', 'chap', 'ceph']);
  return {
    at: element.at,
    username: element.required('@username'),
    secret: parseSecret(element.child('secret') ?? element),
  };
}

function parseSecret(element: XmlElement): SecretRef {
  const usage = element.text('@usage');
  if (!element.has('@uuid')) element.required('@usage', "name the secret: <secret type='...' usage='...'/>");
  else if (usage !== undefined)
    element.report(
      storageSourceInvalid(
        element.at,
        'a secret is named by its uuid or by its usage',
        'remove one of the two',
      ),
    );
  return {
    at: element.at,
    type: element.name === 'secret' ? element.text('@type') : undefined,
    uuid: parseUuid(element, '@uuid'),
    usage,
  };
}

function parseEncryption(element: XmlElement | undefined): Encryption | undefined {
  if (element === undefined) return undefined;
  element.required('@format');
  const cipher = element.child('cipher');
  const ivgen = element.child('ivgen');
  if (ivgen && !cipher) element.required('cipher', '<ivgen> is part of how a <cipher> is used: add one');
  return {
    at: element.at,
    format: element.choice('@format', ['default', 'qcow', 'luks', 'luks2', 'luks-any']) ?? 'default',
    engine: element.choice('@engine', ['qemu', 'librbd']),
    secrets: element.children('secret').map(parsePassphrase),
    cipher: cipher && {
      name: cipher.required('@name'),
      size: cipher.integer('@size') ?? 0,
      mode: cipher.text('@mode'),
      hash: cipher.text('@hash'),
    },
    ivgen: ivgen && { name: ivgen.required('@name'), hash: ivgen.text('@hash') },
  };
}

function parsePassphrase(element: XmlElement): SecretRef {
  element.choice('@type', ['passphrase']);
  return parseSecret(element);
}

function parseReservations(element: XmlElement | undefined): Reservations | undefined {
  if (element === undefined) return undefined;
  element.required('@managed', 'say who starts qemu-pr-helper: yes is libvirt, no somebody else');
  const managed = element.yes('@managed') ?? false;
  const socket = element.child('source');
  if (!managed && socket === undefined)
    element.required('source', 'name the socket of a qemu-pr-helper, or write managed="yes"');
  if (!managed) {
    socket?.required('@type', "write type='unix'");
    socket?.required('@mode', "write mode='client'");
  }
  socket?.choice('@type', ['unix']);
  socket?.choice('@mode', ['client']);
  const migration = element.yes('@migration');
  return {
    at: element.at,
    managed,
    migration,
    path: managed ? socket?.text('@path') : socket?.required('@path'),
  };
}

function parseSlice(element: XmlElement | undefined): Slice | undefined {
  if (element === undefined) return undefined;
  element.choice('@type', ['storage']);
  element.required('@offset');
  element.required('@size');
  return {
    at: element.at,
    offset: element.integer('@offset') ?? 0,
    size: element.integer('@size') ?? 0,
  };
}
