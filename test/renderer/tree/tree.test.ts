/** The forms of the tree. goldens/ hold what comes out, read by a person; UPDATE=1 rewrites them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { painter } from '../../../src/cli/tree';
import { colors, PLAIN } from '../../../src/diagnostics/paint';
import { treeJson } from '../../../src/renderer/tree/json';
import { treeMermaid } from '../../../src/renderer/tree/mermaid';
import { treeSvg } from '../../../src/renderer/tree/svg';
import { treeText } from '../../../src/renderer/tree/text';
import { HOSTILE, root, topology } from './subject';

function golden(name: string, text: string): void {
  const file = join(__dirname, 'goldens', name);
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

test.each([80, 140])('%i columns', async (width) => {
  const plain = treeText(root, { width, ascii: false, paint: painter(PLAIN) });
  golden(`express.${width}.txt`, plain);
  const color = treeText(root, { width, ascii: false, paint: painter(await colors()) });
  golden(`express.${width}.color.txt`, color);
  // eslint-disable-next-line no-control-regex
  expect(color.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
});

test('ASCII alone', () => {
  const text = treeText(root, { width: 80, ascii: true, paint: painter(PLAIN) });
  golden('express.ascii.txt', text);
  expect(treeText(HOSTILE, { width: 80, ascii: true, paint: painter(PLAIN) })).toMatch(/^[\x20-\x7e\n]*$/);
});

test('a name is never cut, and none drives the terminal', () => {
  const text = treeText(HOSTILE, { width: 20, ascii: false, paint: painter(PLAIN) });
  expect(text).toContain('#1;]"]:::x %% --> end');
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test('JSON', () => {
  golden('express.json', `${JSON.stringify(treeJson(topology), null, 2)}\n`);
});

describe('Mermaid', () => {
  const LINE =
    /^( {2}n\d+\["([\p{L}\p{N} ./:_(),=@-]|#\d+;|<br\/>)*"\]:::[a-z]+| {2}n\d+ --- n\d+| {2}classDef [a-z]+ fill:#\w{6},stroke:#\w{6},color:#\w{6})$/u;

  test.each([
    ['a guest', root],
    ['hostile names', HOSTILE],
  ])('%s: every line is a box, a joint or a class', (_what, node) => {
    const [first, ...lines] = treeMermaid(node).trimEnd().split('\n');
    expect(first).toBe('flowchart LR');
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
  });

  test('each box hangs on one that is there', () => {
    const text = treeMermaid(root);
    const boxes = [...text.matchAll(/^ {2}(n\d+)\[/gm)].map(([, name]) => name);
    const joints = [...text.matchAll(/^ {2}(n\d+) --- (n\d+)$/gm)];
    expect(joints.map(([, , child]) => child).sort()).toEqual(boxes.slice(1).sort());
    expect(joints.every(([, parent]) => boxes.includes(parent))).toBe(true);
  });
});

describe('SVG', () => {
  test.each([
    ['a guest', root],
    ['hostile names', HOSTILE],
  ])('%s: well-formed, without script, style or picture from elsewhere', (_what, node) => {
    const problems: string[] = [];
    const text = treeSvg(node);
    const document = new DOMParser({
      onError: (_level: string, message: string) => void problems.push(message),
    }).parseFromString(text, 'image/svg+xml');
    expect(problems).toEqual([]);
    expect(document.getElementsByTagName('script').length).toBe(0);
    expect(text).not.toMatch(/(href|url\()/);
    expect(text).toContain('prefers-color-scheme:dark');
  });

  test('no two boxes lie over each other, and all are on the paper', () => {
    const text = treeSvg(root);
    const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(text) ?? [];
    let bottom = 0;
    for (const [, x, y, w, h] of text.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)) {
      expect(Number(y)).toBeGreaterThanOrEqual(bottom);
      bottom = Number(y) + Number(h);
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(Number(width));
    }
    expect(bottom).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(Number(height));
  });
});
