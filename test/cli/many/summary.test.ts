import { PLAIN } from '../../../src/diagnostics/paint';
import { progressLine } from '../../../src/cli/many/progress';
import { summaryLine, Tally } from '../../../src/cli/many/summary';

function tally(done: number, refused: readonly string[], failed: readonly string[] = [], warned = 0): Tally {
  const all = new Tally();
  for (let index = 0; index < done; index++) all.add({ file: 'ok.xml', status: 0, warned: index < warned });
  for (const file of refused) all.add({ file, status: 1, warned: true });
  for (const file of failed) all.add({ file, status: 3, warned: false });
  return all;
}

const many = Array.from({ length: 30 }, (_, index) => `guests/web${index}.xml`);

describe('the summary, with as many names as the width takes', () => {
  test.each<[number, Tally, string]>([
    [
      80,
      tally(998, ['db7.xml', 'web3.xml'], [], 3),
      '998 converted, 2 refused (db7.xml, web3.xml), 3 with warnings, 1.2 s',
    ],
    [80, tally(3, []), '3 converted, 1.2 s'],
    [80, tally(0, []), 'none converted, 1.2 s'],
    [80, tally(0, ['a.xml'], ['b.xml']), 'none converted, 1 refused (a.xml), 1 failed (b.xml), 1.2 s'],
    [80, tally(970, many), '970 converted, 30 refused (guests/web0.xml, guests/web1.xml, 28 more), 1.2 s'],
    [
      140,
      tally(970, many),
      '970 converted, 30 refused (guests/web0.xml, guests/web1.xml, guests/web2.xml, guests/web3.xml, guests/web4.xml, 25 more), 1.2 s',
    ],
    [56, tally(970, many), '970 converted, 30 refused (web0.xml, 29 more), 1.2 s'],
    [40, tally(970, many), '970 converted, 30 refused, 1.2 s'],
  ])('%i columns', (width, all, expected) => {
    expect(summaryLine(all, 'converted', 1.23, width)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(width);
  });

  test('a name that would change the terminal does not', () => {
    expect(summaryLine(tally(0, ['a\u001b[31m.xml']), 'converted', 0, 80)).not.toContain('\u001b');
  });
});

describe('the bar', () => {
  const progress = { done: 420, total: 1000, errors: 2, seconds: 0.1 };
  test.each<[number, string]>([
    [140, '[################------------------------] 420/1000  4200/s  2 errors'],
    [80, '[################------------------------] 420/1000  4200/s  2 errors'],
    [50, '[########------------] 420/1000  4200/s  2 errors'],
    [40, '[####------] 420/1000  4200/s  2 errors'],
    [39, '420/1000  4200/s  2 errors'],
    [20, '420/1000'],
    [8, ''],
  ])('%i columns', (width, expected) => {
    expect(progressLine(progress, width, PLAIN)).toBe(expected);
    expect(expected.length).toBeLessThan(width);
  });

  test('without an end in sight, without errors, at the begin and at the end', () => {
    expect(progressLine({ done: 90, errors: 0, seconds: 2 }, 80, PLAIN)).toBe('90  45/s');
    expect(progressLine({ done: 0, total: 9, errors: 1, seconds: 0 }, 30, PLAIN)).toBe(
      '[--------------] 0/9  1 error',
    );
    expect(progressLine({ done: 9, total: 9, errors: 0, seconds: 1 }, 30, PLAIN)).toBe(
      '[##################] 9/9  9/s',
    );
  });

  test('errors alone have a color, which takes no room', () => {
    const paint = { ...PLAIN, error: (text: string) => `<${text}>` };
    expect(progressLine(progress, 50, paint)).toBe('[########------------] 420/1000  4200/s  <2 errors>');
  });
});
