import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeImages } from '../../src/host/probe';

const found = spawnSync('qemu-img', ['--version']).status === 0;
if (!found && process.env['NO_SKIP'] !== undefined) throw new Error('no qemu-img');

(found ? test : test.skip)('a chain that qemu-img made, and nothing from what is opened as raw', () => {
  const folder = mkdtempSync(join(tmpdir(), 'images-'));
  const [top, base] = [join(folder, 'top.qcow2'), join(folder, 'base.qcow2')];
  try {
    execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', base, '1M']);
    execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', 'base.qcow2', '-F', 'qcow2', top]);
    expect(probeImages([{ path: top, format: 'qcow2' }])).toMatchObject([
      { path: top, format: 'qcow2', backing: { path: base, format: 'qcow2' } },
      { path: base, format: 'qcow2' },
    ]);
    expect(probeImages([{ path: top, format: 'raw' }])).toEqual([{ path: top, format: 'qcow2' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
