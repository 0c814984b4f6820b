import { parseDisk } from '../../src/parser/disk';
import { read } from './read';

const UUID = '9890d9fa-4c0b-4bd5-a7b4-d4e1d3e7bcc5';

/** What is said of a disk with that in its <source>. */
function said(inner: string, type = 'file', attributes = "file='/a'"): string[] {
  const disk = `<disk type='${type}'><source ${attributes}>${inner}</source><target dev='sda'/></disk>`;
  return read(disk, parseDisk).said.map((text) => text.replace('disk/source/', ''));
}

const encryption = (inner: string) => `<encryption format='luks'>${inner}</encryption>`;
const reservations = (inner: string, attributes = "managed='no'") =>
  `<reservations ${attributes}>${inner}</reservations>`;
const dataStore = (inner: string, attributes = "type='file'") =>
  `<dataStore ${attributes}>${inner}</dataStore>`;
const RAW = "<format type='raw'/>";

test.each([
  ['a secret by its UUID', encryption(`<secret type='passphrase' uuid='${UUID}'/>`)],
  ['a secret by its usage', encryption("<secret type='passphrase' usage='a'/>")],
  ['a data store', dataStore(`${RAW}<source file='/b'/>`)],
  ['reservations that libvirt manages', reservations('', "managed='yes'")],
  ['other reservations', reservations("<source type='unix' path='/s' mode='client'/>")],
  ['a label of some model', "<seclabel model='selinux'/>"],
  ['a slice', "<slices><slice type='storage' offset='0' size='512'/></slices>"],
])('%s is taken', (_what, inner) => {
  expect(said(inner)).toEqual([]);
});

test.each([
  [
    'a secret named in two ways',
    encryption(`<secret type='passphrase' uuid='${UUID}' usage='a'/>`),
    'storage-source-invalid encryption/secret',
  ],
  [
    'a secret by no UUID',
    encryption("<secret type='passphrase' uuid='zz'/>"),
    'value-invalid encryption/secret/@uuid',
  ],
  [
    'a secret of a type that there is not',
    encryption("<secret type='key' usage='a'/>"),
    'value-invalid encryption/secret/@type',
  ],
  [
    'an initialization vector without a cipher',
    encryption("<secret type='passphrase' usage='a'/><ivgen name='plain'/>"),
    'value-missing encryption',
  ],
  [
    'a login of no kind',
    "<auth type='key' username='u'><secret type='iscsi' usage='a'/></auth>",
    'value-invalid auth/@type',
  ],
  ['a data store of no type', dataStore(`${RAW}<source file='/b'/>`, ''), 'value-missing dataStore'],
  ['a data store of no format', dataStore("<source file='/b'/>"), 'value-missing dataStore'],
  ['a data store without a source', dataStore(RAW), 'value-missing dataStore'],
  [
    'a data store of a data store',
    dataStore(`${RAW}<source file='/b'>${dataStore(`${RAW}<source file='/c'/>`)}</source>`),
    'storage-source-invalid dataStore/source/dataStore',
  ],
  ['reservations that nobody manages', reservations('', ''), 'value-missing reservations'],
  [
    'a helper behind no kind of socket',
    reservations("<source path='/s' mode='client'/>"),
    'value-missing reservations/source',
  ],
  [
    'a helper that connects in no direction',
    reservations("<source type='unix' path='/s'/>"),
    'value-missing reservations/source',
  ],
  [
    'a label that is missing',
    "<seclabel model='selinux' relabel='yes' labelskip='yes'/>",
    'seclabel-invalid seclabel',
  ],
  [
    'a slice without an end',
    "<slices><slice type='storage' offset='0'/></slices>",
    'value-missing slices/slice',
  ],
])('%s is refused', (_what, inner, code) => {
  expect(said(inner)).toContain(code);
});

test('a slice of no type is none, which is said', () => {
  expect(said("<slices><slice offset='0' size='512'/></slices>")).toEqual([
    'unread-attribute slices/slice/@offset',
    'unread-attribute slices/slice/@size',
  ]);
});

test('what reaches a server or a function of the host says how', () => {
  expect(said('', 'vhostuser', "path='/s'")).toEqual(['value-missing disk/source']);
  expect(said("<reconnect enabled='yes'/>", 'vhostuser', "type='unix' path='/s'")).toEqual([
    'value-missing reconnect',
  ]);
  expect(said("<address bus='1'/>", 'nvme', "managed='yes' namespace='1'")).toEqual([
    'value-missing disk/source',
  ]);
});
