/** QEMU takes a command line whose names are as long as a user can make them (node names: 31 bytes). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import { startMachine } from './machine';
import { describeEachQemu, installed, missing } from './qemus';

const LONG = 'x'.repeat(117);

const guest = (folder: string) => `<domain type='qemu'>
  <name>${LONG}</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <throttlegroups><throttlegroup><total_iops_sec>100</total_iops_sec><group_name>${LONG}</group_name></throttlegroup></throttlegroups>
  <devices>
    <controller type='scsi' index='0' model='virtio-scsi'><alias name='ua-scsi-${LONG}'/></controller>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2' copy_on_read='on'/><source file='${folder}/a.qcow2'/>
      <backingStore type='file'><format type='raw'/><source file='${folder}/b.raw'/></backingStore>
      <target dev='sda' bus='scsi'/><alias name='ua-one-${LONG}'/>
    </disk>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw' copy_on_read='on'/><source file='${folder}/c.raw'/>
      <target dev='sd${'b'.repeat(40)}' bus='scsi'/><alias name='ua-two-${LONG}'/>
      <address type='drive' controller='0' bus='0' target='0' unit='7'/>
    </disk>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/><source file='${folder}/d.raw'><slices><slice type='storage' offset='0' size='512'/></slices></source>
      <throttlefilters><throttlefilter group='${LONG}'/></throttlefilters>
      <target dev='vda' bus='virtio'/><alias name='ua-three-${LONG}'/>
    </disk>
  </devices>
</domain>`;

const NAMES = 'long names';

if (!installed('qemu-img')) missing(NAMES, 'qemu-img (Debian: qemu-utils)');
else
  describeEachQemu(NAMES, ({ binary, version }) => {
    test.each(['drive', 'blockdev'] as const)('-%s', async (storage) => {
      const folder = mkdtempSync(join(tmpdir(), 'names-'));
      const qmp = join(folder, 'qmp');
      for (const name of ['b', 'c', 'd']) writeFileSync(join(folder, `${name}.raw`), Buffer.alloc(1024));
      execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', join(folder, 'a.qcow2'), '1024']);
      try {
        const { argv, diagnostics } = convert(guest(folder), {
          storage,
          qmp,
          paused: true,
          program: binary,
          qemuVersion: version,
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const machine = await startMachine(argv ?? [], qmp);
        const nodes = (await machine.execute('query-named-block-nodes')) as { 'node-name': string }[];
        await machine.stop();
        expect(nodes.length).toBeGreaterThan(3);
        for (const node of nodes) expect(node['node-name'].length).toBeLessThanOrEqual(31);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
