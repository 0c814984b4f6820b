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

test('what came too soon is drawn a little later, and not at all once the bar is gone', () => {
  jest.useFakeTimers();
  try {
    let terminal = '';
    const bar = barOn(
      (text) => (terminal += text),
      () => 80,
      PLAIN,
    );
    bar.show({ done: 1, total: 71, errors: 0, seconds: 0.2 });
    bar.show({ done: 2, total: 71, errors: 0, seconds: 0.21 });
    bar.show({ done: 64, total: 71, errors: 0, seconds: 0.22 });
    expect(terminal).not.toContain('64/71');
    jest.advanceTimersByTime(100);
    expect(terminal).toContain('64/71');
    expect(terminal).not.toContain(' 2/71');
    bar.show({ done: 65, total: 71, errors: 0, seconds: 0.23 });
    bar.clear();
    jest.advanceTimersByTime(1000);
    expect(terminal).not.toContain('65/71');
  } finally {
    jest.useRealTimers();
  }
});

test('none where a line cannot be drawn anew', async () => {
  expect(await barFor('auto', { TERM: 'dumb' })).toBeUndefined();
});
