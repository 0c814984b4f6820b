import { parse } from '../../src/parser';
import { read } from './read';

/** What is said of a fragment of which `reads` are asked for. */
const said = (xml: string, ...reads: readonly string[]) =>
  read(xml, (element) => reads.forEach((path) => element.text(path))).said;

test('what nobody asked for is told in the order of the document', () => {
  expect(said("<a x='1'><b y='2'><c/></b><d/><e z='3'/></a>", 'b', 'e')).toEqual([
    'unread-attribute a/@x',
    'unread-attribute a/b/@y',
    'unread-element a/b/c',
    'unread-element a/d',
    'unread-attribute a/e/@z',
  ]);
});

test('of two elements of one name the second is told as such', () => {
  expect(said('<a><b>1</b><c/><b>2</b></a>', 'b', 'c')).toEqual(['unread-second a/b[2]']);
});

test('a second element lends the first no attribute', () => {
  const { value, said: told } = read("<a><b/><b unit='MiB'/></a>", (element) => element.text('b/@unit'));
  expect(value).toBeUndefined();
  expect(told).toEqual(['unread-second a/b[2]']);
});

test('a second one that the first does not precede as read is no second one', () => {
  expect(said('<a><b/><b/></a>')).toEqual(['unread-element a/b[1]', 'unread-element a/b[2]']);
});

test('text that nobody asked for is told, white space is not', () => {
  const xml = '<a> <b> on </b><c>1</c>\n<d> <!-- why --> </d> by hand <e/></a>';
  expect(said(xml, 'b/@state', 'c', 'd/@state', 'e')).toEqual(['unread-text a', 'unread-text a/b']);
});

test('namespaces are no attributes that anybody asks for', () => {
  expect(said("<a xmlns:q='urn:q' xmlns='urn:a'/>")).toEqual([]);
});

/** What is said of what nobody read in a domain. */
const saidOf = (inside: string, attributes = '') => {
  const said: string[] = [];
  parse(
    `<domain type='qemu'${attributes}><name>a</name><memory>1</memory><os><type>hvm</type></os>${inside}</domain>`,
    ({ code, at }) => said.push(`${code} ${at?.path ?? ''}`),
  );
  return said;
};

test('a section with nothing in it says nothing', () => {
  const smbios =
    "<sysinfo type='smbios'><bios></bios><chassis/><oemStrings> <!-- none --> </oemStrings></sysinfo>";
  expect(saidOf(`<vcpus/><iothreadids/>${smbios}`)).toEqual([]);
  expect(saidOf('<q:commandline/>', " xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'")).toEqual([]);
});

test.each([
  ['a value', '<iothreadids>2</iothreadids>', 'iothreadids'],
  ['an attribute', "<vcpus count='2'/>", 'vcpus'],
  ['something unknown', '<vcpus><cpu/></vcpus>', 'vcpus'],
  ['another place', '<memory/><oemStrings/>', 'oemStrings'],
])('a section with %s does', (_what, inside, name) => {
  expect(saidOf(inside)).toContainEqual(expect.stringMatching(`^unread-element .*${name}`));
});

/** The help that is said of what nobody read in a domain. */
function helpOf(inside: string, attributes = ''): (string | undefined)[] {
  const said: (string | undefined)[] = [];
  parse(
    `<domain type='qemu'${attributes}><name>a</name><memory>1</memory><os><type>hvm</type></os>${inside}</domain>`,
    ({ help }) => said.push(help),
  );
  return said;
}

const QEMU = 'http://libvirt.org/schemas/domain/qemu/1.0';

test.each([
  ['a device beside <devices>', '<disk/>', 'write it in <devices>, or remove it'],
  ['the emulator beside <devices>', '<emulator>/q</emulator>', 'write it in <devices>, or remove it'],
  ['a part of a section', "<timer name='rtc'/>", 'write it in <clock>, or remove it'],
  ['a section of a section', '<features><cpu/></features>', 'write it directly in <domain>, or remove it'],
  ['a number in what holds elements', '<vcpus>2</vcpus>', 'did you mean <vcpu>? else remove it'],
  [
    'a word of QEMU without a prefix',
    '<commandline/>',
    `write <qemu:commandline>, and xmlns:qemu='${QEMU}' in <domain>`,
  ],
  ['what may stand in many', '<target/>', 'check its spelling and its parent, or remove it'],
])('%s is told with what to do', (_what, inside, help) => {
  expect(helpOf(inside)).toEqual([help]);
});

test.each([
  ['with another namespace', 'urn:q', '<q:commandline/>', `correct its namespace: write xmlns:q='${QEMU}'`],
  ['without the prefix that is there', QEMU, '<commandline/>', 'write <q:commandline>'],
  [
    'with elements without the prefix',
    QEMU,
    "<q:commandline><arg value='1'/></q:commandline>",
    'write what is in it with its prefix, too: <q:arg>',
  ],
  [
    'with one of two elements without the prefix',
    QEMU,
    "<q:commandline><q:arg value='1'/><arg value='1'/></q:commandline>",
    'write <q:arg>',
  ],
  ['misspelt', QEMU, '<q:comandline/>', 'did you mean <q:commandline>? else remove it'],
])('an element for QEMU %s is told with what to write', (_what, uri, inside, help) => {
  expect(helpOf(inside, ` xmlns:q='${uri}'`)).toEqual([help]);
});

test('a domain in a namespace is none of libvirt', () => {
  expect(helpOf('', " xmlns='urn:a'")).toEqual([
    'remove its xmlns, or what stands before the colon in its name',
  ]);
});
