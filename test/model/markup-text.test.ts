import { markupText } from '../../src/model/markup-text';

test('a page shows that something is there which would not be seen', () => {
  expect(markupText('a\u202eb<é')).toBe('a\ufffdb&lt;é');
});
