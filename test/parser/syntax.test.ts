import { parseDocument } from '../../src/parser/document';
import { syntaxFault } from '../../src/parser/syntax';
import { domainTexts } from './texts';

/** What is said of a text: `line:column message | help`. */
function said(text: string): string[] {
  const lines: string[] = [];
  const root = parseDocument(text, ({ at, message, help }) =>
    lines.push(`${at ? `${at.line}:${at.column} ` : ''}${message} | ${help}`),
  );
  expect(root).toBeUndefined();
  return lines;
}

const guest = (inside: string) => `<domain type='kvm'>\n  ${inside}\n</domain>\n`;

test.each<[string, string, string]>([
  [
    'an element without its end',
    guest("<os>\n    <type arch='x86_64'>hvm</type>"),
    '2:3 <os> is never closed | write </os> before </domain>',
  ],
  [
    'an element that holds nothing, without its end',
    guest("<disk>\n    <source file='/a'>\n    <target dev='vda'/>\n  </disk>"),
    '3:5 <source> is never closed | write </source> before </disk>, or <source .../> if it holds nothing',
  ],
  [
    'a file that was cut off',
    '<domain>\n  <devices>\n    <disk/>\n',
    '2:3 <devices> is never closed | the file ends too early: is it cut off? else add </devices></domain> at its end',
  ],
  [
    'an end tag without its slash',
    guest('<name>a<name>'),
    '2:10 <name> begins anew where it was to end | write </name>, with a slash',
  ],
  [
    'an end tag that is misspelt',
    guest('<name>a</nmae>'),
    '2:10 </nmae> does not end <name> | write </name>',
  ],
  [
    'an end tag too many',
    guest('<name>a</name>\n  </os>'),
    '3:3 </os> ends nothing: no <os> is open here | remove it, or write <os> where it is to begin, or </domain>',
  ],
  [
    'an end tag after the root',
    guest('') + '</os>',
    '4:1 </os> ends nothing: no <os> is open here | remove it, or write <os> where it is to begin',
  ],
  [
    'an end tag with an attribute',
    guest("<name>a</name x='1'>"),
    '2:10 the end tag of <name> holds more than its name | write </name>',
  ],
  ['an end tag without its end', guest('<name>a</name'), "2:10 the tag </name has no '>' | end it with '>'"],
  [
    'a tag without its end',
    guest("<disk type='file'\n    <source file='/a'/>"),
    "2:3 the tag <disk has no '>' | end it with '>', or '/>' if the element holds nothing",
  ],
  [
    'an ampersand in text',
    guest('<name>a & b</name>'),
    "2:11 '&' stands by itself, which begins an entity in XML | write &amp; for it",
  ],
  [
    'an ampersand in a value',
    guest("<source name='a?b=1&c=2'/>"),
    "2:22 '&' stands by itself, which begins an entity in XML | write &amp; for it",
  ],
  [
    'an entity without its end',
    guest('<name>a &lt b</name>'),
    "2:11 the entity &lt has no ';' | write &lt; or &amp;lt",
  ],
  [
    'an entity of HTML',
    guest('<name>a&nbsp;b</name>'),
    '2:10 &nbsp; is no entity of XML | write the character itself; the entities of XML are &amp; &lt; &gt; &quot; and &apos;',
  ],
  [
    'a value without quotes',
    guest('<disk type=file/>'),
    "2:14 the value of 'type' has no quotes | write type='file'",
  ],
  [
    'a value without its first quote',
    guest("<disk type=file' device='disk'/>"),
    "2:14 the value of 'type' has no quotes | write type='file'",
  ],
  [
    'a value with typographic quotes',
    guest('<disk type=\u201cfile\u201d/>'),
    "2:14 the value of 'type' has quotes of a text program, which are none of XML | write type='file'",
  ],
  [
    'a value without its last quote',
    guest("<disk type='file>\n    <source file='/a'/>\n  </disk>"),
    "2:14 the value of 'type' has no closing quote | end it with the quote that it begins with",
  ],
  [
    'a value whose end is the beginning of the next',
    guest("<disk type='file device='disk'/>"),
    "2:14 the value of 'type' has no closing quote | end it with the quote that it begins with",
  ],
  [
    'an attribute without a value',
    guest('<disk readonly/>'),
    "2:9 attribute 'readonly' has no value | write readonly='...', or remove it",
  ],
  [
    'an attribute with an equals sign alone',
    guest('<disk type= />'),
    "2:15 attribute 'type' has no value | write type='...', or remove it",
  ],
  [
    'attributes without a blank between them',
    guest("<disk type='file'device='disk'/>"),
    "2:20 no blank stands before attribute 'device' | put a blank before it",
  ],
  [
    'an attribute given twice',
    guest("<disk type='file' type='block'/>"),
    "2:21 attribute 'type' is there twice | leave one of them",
  ],
  [
    'a comma between attributes',
    guest("<disk type='file', device='disk'/>"),
    "2:20 ',' has no place in the tag <disk | remove it: a tag holds attributes alone, as name='value'",
  ],
  [
    'a < in a value',
    guest("<source file='/a<b'/>"),
    "2:19 '<' stands in the value of 'file' | write &lt; for it",
  ],
  [
    'a < in text',
    guest('<name>a < b</name>'),
    "2:11 '<' begins no tag here: no name follows it | write &lt; for the character itself, or the name of the element right after it",
  ],
  [
    'lines before the declaration',
    "\n<?xml version='1.0'?>\n<domain/>",
    '2:1 the XML declaration is not at the very start of the file | remove the blanks and lines before <?xml',
  ],
  [
    'half a declaration',
    '<?xml version=1.0?>\n<domain/>',
    '1:1 the XML declaration is not complete | write <?xml version="1.0" encoding="UTF-8"?>, or remove it',
  ],
  [
    'a byte order mark within',
    '\ufeff<domain/>',
    '1:1 a byte order mark (U+FEFF) stands within the text | remove it, or save the file as UTF-8 without a byte order mark',
  ],
  [
    'text before',
    'hello\n<domain/>',
    '1:1 there is text before <domain> | remove what stands before <domain>',
  ],
  [
    'text after',
    '<domain/>\nhello',
    '2:1 there is text after </domain> | remove what stands after </domain>',
  ],
  [
    'two guests',
    '<domain/>\n<domain/>\n',
    "2:1 a second <domain> begins here | put each into a file of its own, or all into one <domains> element and choose with --select '//domain[1]'",
  ],
  [
    'two files in one',
    "<?xml version='1.0'?>\n<domain/>\n<?xml version='1.0'?>\n<domain/>",
    "3:1 a second XML document begins here | remove this declaration, and put each into a file of its own, or all into one <domains> element and choose with --select '//domain[1]'",
  ],
  [
    'an element beside the root',
    '<domain/>\n<disk/>',
    '2:1 a second outermost element, <disk> begins here | remove it, or write it within <domain>',
  ],
  [
    'a prefix that nobody declared',
    guest('<qemu:commandline/>'),
    "2:4 the prefix 'qemu' stands for no namespace | add xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0' to <domain>",
  ],
  [
    'an unknown prefix',
    guest("<name a:b='1'>x</name>"),
    "2:9 the prefix 'a' stands for no namespace | add xmlns:a='...' to <domain>, or remove 'a:'",
  ],
  [
    'a comment without an end',
    guest('<!-- a'),
    '2:3 the comment that begins here never ends | end it with -->',
  ],
  [
    'a comment in a comment',
    guest('<!-- <disk/> <!-- b --> -->'),
    '2:16 a comment begins within a comment | remove the inner <!-- and -->: comments of XML do not nest',
  ],
  [
    'dashes in a comment',
    guest('<!-- a -- b -->'),
    "2:10 '--' stands within a comment | write one dash, or another character",
  ],
  [
    'a CDATA section without an end',
    guest('<name><![CDATA[a</name>'),
    '2:9 the CDATA section that begins here never ends | end it with ]]>',
  ],
])('%s is told at its place, with the remedy', (_what, text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test('what xmldom alone finds wrong is told in its words', () => {
  expect(said('<domain/><![CDATA[a]]>')).toEqual([
    expect.stringMatching(/^1:\d+ not well-formed XML: .* xmllint$/),
  ]);
});

test('nothing is found wrong in a text that is well-formed', () => {
  for (const text of domainTexts()) expect(syntaxFault(text)).toBeUndefined();
});

test('an ampersand in a comment or a CDATA section is one', () => {
  expect(parseDocument('<a><!-- b & c --><![CDATA[d & e]]></a>', () => {})?.textContent).toBe('d & e');
});

test('a long text is told of at once', () => {
  const text = `<a>${"<b c='1'>&amp;</b>".repeat(9000)}${' '.repeat(1_000_000)}`;
  const start = performance.now();
  expect(said(text)[0]).toContain('<a> is never closed');
  expect(performance.now() - start).toBeLessThan(5000);
});
