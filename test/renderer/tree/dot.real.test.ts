import { spawnSync } from 'node:child_process';
import { treeDot } from '../../../src/renderer/tree/dot';
import type { OutlineNode } from '../../../src/renderer/tree/outline';
import { installed, missing } from '../../qemu/qemus';
import { HOSTILE, root } from './subject';

const DOT = 'what Graphviz reads';
if (!installed('dot', ['-V'])) missing(DOT, 'dot (Debian: graphviz)');
else
  test.each([
    ['a guest', root],
    ['hostile names', HOSTILE],
  ])(`${DOT}: %s`, (_what, node) => {
    const { status, stderr, stdout } = spawnSync('dot', ['-Tsvg'], {
      input: treeDot(node),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const count = (one: OutlineNode): number =>
      1 + one.children.reduce((sum, child) => sum + count(child), 0);
    expect([...stdout.matchAll(/class="node"/g)]).toHaveLength(count(node));
  });
