/** What QEMU does with the images that `check` warns of, so that errors are what it refuses. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEachQemu, missing } from './qemus';

const IMG = 'images that QEMU opens or not';

if (spawnSync('qemu-img', ['--version']).status !== 0) missing(IMG, 'qemu-img (Debian: qemu-utils)');
else
  describeEachQemu(IMG, ({ binary }) => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'image-opens-'));
      const image = (...args: readonly string[]) =>
        execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', ...args], { cwd: folder });
      image('base', '1M');
      image('-b', 'base', '-F', 'qcow2', 'top');
      image('damaged', '1M');
      const bytes = readFileSync(join(folder, 'damaged'));
      bytes.writeUInt8(2, 79);
      writeFileSync(join(folder, 'damaged'), bytes);
      writeFileSync(join(folder, 'raw'), Buffer.alloc(1024 * 1024));
      image('wrong', '1M');
      execFileSync('qemu-img', ['rebase', '-u', '-F', 'qcow2', '-b', 'raw', 'wrong'], { cwd: folder });
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const opens = (...drives: readonly string[]) => {
      const words = drives.flatMap((drive, index) => [
        '-drive',
        `if=none,id=d${index},format=qcow2,${drive}`,
      ]);
      const options = ['-M', 'none', '-nodefaults', '-display', 'none', '-monitor', 'stdio', ...words];
      const { status, stderr } = spawnSync(binary, options, {
        cwd: folder,
        input: 'quit\n',
        encoding: 'utf8',
      });
      return status === 0 ? 'opened' : stderr;
    };

    test('an image below another, and a writer', () => {
      expect(opens('file=top', 'file=base')).toContain('lock');
      expect(opens('file=base', 'file=top')).toContain('lock');
      expect(opens('file=top', 'file=base,readonly=on')).toBe('opened');
      expect(opens('file=top', 'file=base,snapshot=on')).toBe('opened');
    });

    test('damage', () => {
      expect(opens('file=damaged')).toContain('corrupt');
      expect(opens('file=damaged,readonly=on')).toBe('opened');
      expect(opens('file=damaged,snapshot=on')).toBe('opened');
    });

    test('a format below that is recorded, and not so', () => {
      expect(opens('file=wrong')).toContain('not in qcow2 format');
    });
  });
