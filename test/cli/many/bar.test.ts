import { PLAIN } from '../../../src/diagnostics/paint';
import { barFor, barOn } from '../../../src/cli/many/bar';

test('drawn at most ten times a second, and taken away', () => {
  let terminal = '';
  const bar = barOn(
    (text) => (terminal += text),
    () => 80,
    PLAIN,
  );
  for (let done = 0; done < 1000; done++) bar.show({ done, total: 1000, errors: 0, seconds: done / 1000 });
  const drawn = terminal.split('\r').slice(1);
  expect(drawn.length).toBe(9);
  expect(drawn[0]).toBe('[####------------------------------------] 100/1000  1000/s\u001b[K');
  terminal = '';
  bar.clear();
  bar.clear();
  expect(terminal).toBe('\r\u001b[K');
});

test('none where a line cannot be drawn anew', async () => {
  expect(await barFor('auto', { TERM: 'dumb' })).toBeUndefined();
});
