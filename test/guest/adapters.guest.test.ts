/** The disks of a guest on adapters that QEMU emulates: what the guest finds, and what it does not, is what was said. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import { describeEachQemu, missing } from '../qemu/qemus';
import { findKernel } from './kernel';
import { linuxGuest, lunsSeen } from './linux';

const disk = (image: string, target: string, product: string, address = '') =>
  `<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='${image}'/>
   <target dev='${target}' bus='scsi'/><readonly/><shareable/><vendor>TEST</vendor><product>${product}</product>${address}</disk>`;

const at = (controller: number, target: number, unit: number) =>
  `<address type='drive' controller='${controller}' bus='0' target='${target}' unit='${unit}'/>`;

/** Three disks of each adapter without an address, and those at the edge of what a guest finds. */
const guest = (folder: string, kernel: string, console: string) => {
  const image = join(folder, 'disk');
  const devices = `<controller type='scsi' index='0' model='lsisas1078'/>
    <controller type='scsi' index='1' model='vmpvscsi'/>
    <controller type='scsi' index='2' model='lsilogic'/>
    ${['sda', 'sdb', 'sdc'].map((name, n) => disk(image, name, `RAID ${n}`)).join('')}
    ${['sdh', 'sdi', 'sdj'].map((name, n) => disk(image, name, `VMW ${n}`)).join('')}
    ${['sdo', 'sdp', 'sdq'].map((name, n) => disk(image, name, `NARROW ${n}`)).join('')}
    ${disk(image, 'sdaa', 'RAID LAST', at(0, 63, 0))}
    ${disk(image, 'sdab', 'VMW LAST', at(1, 15, 0))}
    ${disk(image, 'sdac', 'UNSEEN LUN', at(0, 0, 1))}
    ${disk(image, 'sdad', 'UNSEEN LD', at(0, 64, 0))}
    ${disk(image, 'sdae', 'UNSEEN 16', at(1, 16, 0))}`;
  return linuxGuest({ kernel, console, machine: 'pc', devices });
};

const FOUND = ['RAID', 'VMW', 'NARROW'].flatMap((adapter) => [0, 1, 2].map((n) => `${adapter} ${n}`));

const kernel = findKernel();
if (kernel === undefined) missing('disks on adapters', 'a kernel of Debian (see test/guest/kernel.sh)');
else
  describeEachQemu('disks on adapters', ({ binary, version }) => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'adapters-'));
      writeFileSync(join(folder, 'disk'), Buffer.alloc(1 << 20));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('a guest finds all but those that were warned of', () => {
      const console = join(folder, 'console');
      const { argv, diagnostics } = convert(guest(folder, kernel, console), {
        qemuVersion: version,
        accel: 'tcg',
      });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(diagnostics.filter(({ code }) => code === 'scsi-address-unseen')).toHaveLength(3);
      execFileSync(binary, argv!.slice(1), { stdio: 'pipe', timeout: 80_000 });
      const found = lunsSeen(readFileSync(console, 'utf8')).map(({ model }) => model);
      expect(found.sort()).toEqual([...FOUND, 'RAID LAST', 'VMW LAST'].sort());
    }, 90_000);
  });
