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
