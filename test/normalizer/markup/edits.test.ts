import { Edits } from '../../../src/normalizer/markup/edits';

test('what is inserted where something is replaced stands before it, whichever was noted first', () => {
  const edits = new Edits('<a/><b/><c/>');
  edits.replace(4, 8, '<B/>');
  edits.insert(4, '<1/>');
  edits.insert(4, '<2/>');
  edits.insert(8, '<3/>');
  expect(edits.apply()).toBe('<a/><1/><2/><B/><3/><c/>');
});

test('two pieces that end and begin at one place', () => {
  const edits = new Edits('abcd');
  edits.replace(2, 4, 'CD');
  edits.replace(0, 2, '');
  expect(edits.apply()).toBe('CD');
});
