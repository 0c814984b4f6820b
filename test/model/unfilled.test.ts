import fc from 'fast-check';
import { isUnfilled, mayBeUnfilled } from '../../src/model/unfilled';

const UNFILLED = [
  '${VM}',
  '/srv/${var.name}.qcow2',
  '$VM_NAME',
  '/srv/$vm.img',
  '$(NAME)',
  '{{ bridge }}',
  '{{bridge}}',
  '{% if x %}br0{% endif %}',
  '{name}',
  '/srv/{vm.name}.img',
  '%(name)s',
  '@BRIDGE@',
  '__VM_NAME__',
  '<no value>',
  '<nil>',
  '%!s(<nil>)',
  '[object Object]',
  'None',
  'null',
  'nil',
  'undefined',
  'NaN',
];

test.each(UNFILLED)('%j is a variable', (value) => {
  expect(isUnfilled(value)).toBe(true);
  expect(mayBeUnfilled(`<source file='${value.replaceAll('<', '&lt;')}'/>`)).toBe(true);
});

test.each([
  'none',
  'Nonesuch',
  'vanilla',
  'nullmodem',
  'br0',
  'data$',
  'price-$5.img',
  'a@b',
  'pool/image@snap',
  'user@host@x',
  '__init__',
  '{12345678-1234-1234-1234-123456789abc}',
  'json:{"driver":"raw","file":{"driver":"file"}}',
  'a<b',
  '100%',
  '%(',
  '/srv/[2024] guest (old)/100%.img',
])('%j may be meant', (value) => {
  expect(isUnfilled(value)).toBe(false);
});

test('a value that is one is one in its document, too', () => {
  const parts = fc.constantFrom(
    '$',
    '{',
    '}',
    'a',
    'B',
    '(',
    ')',
    's',
    '@',
    '_',
    '%',
    '!',
    '<',
    '>',
    ' ',
    'nil',
    'None',
  );
  const word = fc.array(parts, { maxLength: 8 }).map((list) => list.join(''));
  fc.assert(
    fc.property(
      word,
      (value) => !isUnfilled(value) || mayBeUnfilled(`<a b='${value.replaceAll('<', '&lt;')}'/>`),
    ),
  );
});
