import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../cli/command';
import { installed, missing } from '../qemu/qemus';

const PAGE = join(PROJECT, 'man/domxml2qemu.1');

if (installed('man'))
  test('man shows the page without a warning, in 80 columns', () => {
    const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-l', PAGE], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], MANWIDTH: '80', LANG: 'C.UTF-8', MANPAGER: 'cat' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^DOMXML2QEMU\(1\)/);
    expect(stdout).toContain('--qemu-version <X.Y.Z>');
  });
else missing('the manual page', 'man (Debian: man-db)');

if (installed('sh', ['-c', 'command -v mandoc']))
  test('mandoc finds nothing wrong with it', () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', PAGE], { encoding: 'utf8' });
    // A page that is generated has no date of its own.
    expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
  });
else missing('the manual page by mandoc', 'mandoc');
