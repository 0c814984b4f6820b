import { wrapArgument } from '../../../src/renderer/explain/wrap';

test('an argument is broken after commas, a long piece after slashes, and anywhere where it has none', () => {
  expect(wrapArgument('a=1,b=2,c=3,d=4', 8, '  ')).toEqual(['a=1,b=2,', '  c=3,', '  d=4']);
  expect(wrapArgument('file=/srv/images/a.img', 12, '  ')).toEqual(['file=/srv/', '  images/', '  a.img']);
  expect(wrapArgument('abcdefghij', 4, '')).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrapArgument('a=1', 80, '  ')).toEqual(['a=1']);
});
