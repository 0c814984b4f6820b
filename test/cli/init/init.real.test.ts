/** What `init` writes starts on real QEMUs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../../src/convert';
import { startMachine } from '../../qemu/machine';
import { describeEachQemu } from '../../qemu/qemus';
import { command } from '../command';

describeEachQemu('init', ({ binary, version }) => {
  test.each([
    ['q35', []],
    ['pc', ['--machine', 'pc', '--vcpus', '1']],
    ['no network', ['--network', 'none', '--memory', '128M']],
  ])('%s', async (_what, options) => {
    const folder = mkdtempSync(join(tmpdir(), 'init-'));
    try {
      const [disk, cdrom] = [join(folder, 'db1.qcow2'), join(folder, 'x.iso')];
      execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', disk, '20G']);
      writeFileSync(cdrom, Buffer.alloc(4096));
      const xml = command(['init', '--memory', '256M', '--disk', disk, '--cdrom', cdrom, ...options]).stdout;
      const qmp = join(folder, 'qmp');
      const { argv, diagnostics } = convert(xml, {
        accel: 'tcg',
        paused: true,
        program: binary,
        qemuVersion: version,
        qmp,
      });
      expect(diagnostics).toEqual([]);
      const machine = await startMachine(argv ?? [], qmp);
      const blocks = (await machine.execute('query-block')) as { inserted?: { file: string } }[];
      await machine.stop();
      expect(blocks.map(({ inserted }) => inserted?.file)).toEqual([disk, cdrom]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
