import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAt } from '../../src/host/probe';
import { withNamed } from '../../src/host/probe/named-paths';

test('of the files of secrets it is known what they are and whether a newline ends them, of sockets the folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'named-'));
  try {
    mkdirSync(join(root, 'keys'));
    writeFileSync(join(root, 'keys/echo'), 'secret\n');
    writeFileSync(join(root, 'keys/printf'), 'secret');
    writeFileSync(join(root, 'keys/empty'), '');
    const secrets = ['/keys/echo', '/keys/printf', '/keys/empty', '/keys', '/keys/none'];
    const before = { schema: 1, nodes: [{ path: '/a', kind: 'file' }] } as const;
    const { nodes } = withNamed(before, { secrets, sockets: ['/run/qmp'] }, lookAt(root));
    expect(nodes?.map(({ path, kind, size, endsInNewline }) => [path, kind, size, endsInNewline])).toEqual([
      ['/keys/echo', 'file', 7, true],
      ['/keys/printf', 'file', 6, false],
      ['/keys/empty', 'file', 0, undefined],
      ['/keys', 'directory', undefined, undefined],
      ['/keys/none', 'absent', undefined, undefined],
      ['/run/qmp', 'absent', undefined, undefined],
      ['/run', 'absent', undefined, undefined],
      ['/a', 'file', undefined, undefined],
    ]);
    expect(JSON.stringify(nodes)).not.toContain('secret"');
    expect(withNamed(before, {})).toBe(before);
  } finally {
    rmSync(root, { recursive: true });
  }
});
