/** Runs the probe on the trees of trees/. `UPDATE=1` rewrites what comes out, to be read as a diff. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostUses, mountsOn } from '../../src/host/block';
import { hostTable } from '../../src/cli/host-table';
import type { HostFacts } from '../../src/host/facts';
import { probeHost, probePaths } from '../../src/host/probe';
import { hctlOf, scsiDeviceByHctl, scsiDeviceByNode } from '../../src/host/scsi';
import { checkSnapshot } from '../../src/host/snapshot';
import { buildTree, readTree } from './tree';

const TREES = join(__dirname, 'trees');
const update = process.env['UPDATE'] === '1';
const roots = new Map<string, string>();

beforeAll(() => {
  for (const name of readdirSync(TREES)) {
    const root = mkdtempSync(join(tmpdir(), 'host-tree-'));
    roots.set(name, root);
    buildTree(root, readTree(join(TREES, name, 'tree.json')));
  }
});

afterAll(() => {
  for (const root of roots.values()) rmSync(root, { recursive: true, force: true });
});

function root(name: string): string {
  return roots.get(name)!;
}

/** As it looks after a trip through a file. */
function plain(facts: HostFacts): HostFacts {
  return JSON.parse(JSON.stringify(facts)) as HostFacts;
}

function expectFile(path: string, text: string): void {
  if (update) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe.each(readdirSync(TREES))('%s', (name) => {
  test('the snapshot', () => {
    const facts = plain(probeHost({ root: root(name) }));
    expectFile(join(TREES, name, 'snapshot.json'), `${JSON.stringify(facts, null, 2)}\n`);
  });

  test('the snapshot is one that we read', () => {
    const said: unknown[] = [];
    checkSnapshot(plain(probeHost({ root: root(name) })), name, (problem) => said.push(problem));
    expect(said).toEqual([]);
  });

  test.each([80, 140])('the table at %i columns', (width) => {
    const table = hostTable(probeHost({ root: root(name) }), width);
    expectFile(join(TREES, name, `table.${width}.txt`), table);
    // Only a name may be longer than the line: it is not to be broken.
    for (const line of table.split('\n'))
      if (!/^ +\/\S+$/.test(line)) expect(line.length).toBeLessThanOrEqual(width);
  });
});

describe('what one guest names', () => {
  const probe = (name: string, paths: string[], scsi: string[] = []) =>
    plain(probePaths({ paths, scsi: scsi.map((text) => hctlOf(text)!) }, { root: root(name) }));
  const blockPaths = ({ block = [] }: HostFacts) => block.map(({ path }) => path).sort();

  test('a multipath map brings its paths and what is on it', () => {
    const facts = probe('fibre-channel', ['/dev/mapper/mpathb']);
    expect(blockPaths(facts)).toEqual(['/dev/dm-1', '/dev/dm-2', '/dev/sdc', '/dev/sde']);
    expect(facts.scsi?.map(({ block }) => block?.path)).toEqual(['/dev/sdc', '/dev/sde']);
    expect(facts.nodes).toEqual([]);
  });

  test('a sg node brings its block sibling, and a partition its disk', () => {
    const facts = probe('workstation', ['/dev/sg0']);
    expect(scsiDeviceByNode(facts, '/dev/sg0')).toMatchObject({ block: { path: '/dev/sda' } });
    expect(blockPaths(facts)).toContain('/dev/sda3');
    const [sda] = facts.block!;
    expect(hostUses(facts, sda!)).toContain('its partition /dev/sda1 is mounted on /boot/efi');
  });

  test('each is the same as in the whole snapshot, but for links that were not looked for', () => {
    for (const name of readdirSync(TREES)) {
      const whole = plain(probeHost({ root: root(name) }));
      for (const device of whole.scsi ?? []) {
        const paths = [device.block?.path ?? device.sg!.path];
        const alone = probe(name, paths).scsi![0]!;
        expect({ ...alone, block: undefined, sg: undefined, tape: undefined, changer: undefined }).toEqual({
          ...device,
          block: undefined,
          sg: undefined,
          tape: undefined,
          changer: undefined,
        });
      }
    }
  });

  test('a tape by its non-rewinding node and its stable name', () => {
    for (const path of ['/dev/nst0', '/dev/tape/by-id/scsi-35000e111c5d0b001-nst'])
      expect(scsiDeviceByNode(probe('tape-library', [path]), path)).toMatchObject({ type: 1 });
  });

  test('an unstable name gets its stable ones, a stable one needs none', () => {
    expect(probe('workstation', ['/dev/sda']).block![0]!.links).toContain(
      '/dev/disk/by-id/wwn-0x5002538d40000001',
    );
    const path = '/dev/disk/by-path/pci-0000:00:1f.2-ata-1';
    expect(probe('workstation', [path]).block![0]!.links).toEqual([path]);
  });

  test('addresses that are there and that are not', () => {
    const facts = probe('tape-library', [], ['4:0:1:0', '4:0:2:0']);
    expect(scsiDeviceByHctl(facts, hctlOf('4:0:1:0')!)).toMatchObject({ type: 1 });
    expect(scsiDeviceByHctl(facts, hctlOf('4:0:2:0')!)).toBe('absent');
    expect(facts.adapters).toHaveLength(1);
  });

  test('files, folders, links and nothing', () => {
    const at = root('container');
    mkdirSync(join(at, 'srv'), { recursive: true });
    writeFileSync(join(at, 'srv/a.img'), 'abc');
    rmSync(join(at, 'srv/b.img'), { force: true });
    symlinkSync('a.img', join(at, 'srv/b.img'));
    const { nodes, scsi } = probe('container', ['/srv/a.img', '/srv/b.img', '/srv', '/srv/c.img']);
    expect(nodes).toEqual([
      { path: '/srv/a.img', kind: 'file', size: 3, access: 'read-write' },
      { path: '/srv/b.img', kind: 'file', target: '/srv/a.img', size: 3, access: 'read-write' },
      { path: '/srv', kind: 'directory', access: 'read-write' },
      { path: '/srv/c.img', kind: 'absent' },
    ]);
    expect(scsi).toEqual([]);
  });
});

describe('what must not be given away', () => {
  const adaptersOf = (name: string, mount: string) => {
    const facts = probeHost({ root: root(name) });
    const on = (path: string | undefined) => {
      const device = facts.block?.find((block) => block.path === path);
      return device === undefined ? [] : mountsOn(facts, device);
    };
    const devices = (facts.scsi ?? []).filter(({ block }) => on(block?.path).includes(mount));
    return devices.map(({ hctl }) => `scsi_host${hctl.host}`);
  };

  test.each([
    ['laptop', '/', ['scsi_host0']],
    ['laptop', '/boot/efi', ['scsi_host0']],
    ['sas-server', '/', ['scsi_host0', 'scsi_host0']],
    ['sas-server', '/backup', ['scsi_host0', 'scsi_host0']],
    ['npiv', '/', ['scsi_host0', 'scsi_host1']],
    ['iscsi-portals', '/', []],
  ])('%s: %s is below %j', (name, mount, adapters) => expect(adaptersOf(name, mount)).toEqual(adapters));

  test('swap in a volume of an encrypted partition', () => {
    const facts = probeHost({ root: root('laptop') });
    expect(
      hostUses(
        facts,
        facts.block!.find(({ path }) => path === '/dev/sda')!,
      ),
    ).toContain(
      'its partition /dev/sda3 is part of /dev/mapper/luks-1f2e3d4c (crypt), which is part of /dev/mapper/lap-root (lvm), which is mounted on / and part of /dev/mapper/lap-swap (lvm), which is used as swap',
    );
  });
});

test('ports, their NPIV ports and their fabrics', () => {
  const { adapters = [] } = probeHost({ root: root('npiv') });
  const ports = adapters.map(({ host, fc: port }) => [host, port?.fabric, port?.vports, port?.vportParent]);
  expect(ports).toEqual([
    [0, '100000051e36f7c4', { max: 255, inUse: 1 }, undefined],
    [1, '100000051e36f7c5', { max: 255, inUse: 1 }, undefined],
    [4, '100000051e36f7c4', undefined, 0],
    [5, '100000051e36f7c5', undefined, 1],
  ]);
});

describe('where there is little to read', () => {
  const empty = () => {
    const at = mkdtempSync(join(tmpdir(), 'host-tree-'));
    roots.set(at, at);
    return at;
  };

  test('no /sys: nothing is known', () => {
    const facts = plain(probeHost({ root: empty() }));
    expect(facts).toEqual({ schema: 1 });
    expect(hostTable(facts, 80)).toMatch(/^The SCSI devices of this system cannot be read/);
    expect(plain(probePaths({ paths: ['/dev/sda'], scsi: [] }, { root: empty() }))).toEqual({
      schema: 1,
      covers: 'paths',
      nodes: [{ path: '/dev/sda', kind: 'absent' }],
    });
  });

  test('folders of sysfs without their files, and files where folders belong', () => {
    const at = empty();
    for (const folder of ['sys/class/block/sda', 'sys/bus/scsi/devices/0:0:0:0', 'sys/class/scsi_host/host0'])
      mkdirSync(join(at, folder), { recursive: true });
    writeFileSync(join(at, 'sys/class/fc_host'), '');
    writeFileSync(join(at, 'sys/class/iscsi_session'), '');
    const facts = plain(probeHost({ root: at }));
    expect(facts).toMatchObject({ scsi: [], block: [], adapters: [{ host: 0, driver: 'unknown' }] });
  });

  test('a page of vital product data that is cut off', () => {
    const at = empty();
    const folder = join(at, 'sys/bus/scsi/devices/0:0:0:0');
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(at, 'sys/class'), { recursive: true });
    writeFileSync(join(folder, 'type'), '0\n');
    for (const bytes of ['0083', '00830010010300106000', '0083ffff01030010', '00']) {
      writeFileSync(join(folder, 'vpd_pg83'), Buffer.from(bytes, 'hex'));
      writeFileSync(join(folder, 'vpd_pg80'), Buffer.from(bytes.replace('83', '80'), 'hex'));
      expect(plain(probeHost({ root: at })).scsi![0]).not.toHaveProperty('wwid');
    }
  });

  test('a ring of links', () => {
    const at = empty();
    mkdirSync(join(at, 'sys/class'), { recursive: true });
    mkdirSync(join(at, 'dev/disk'), { recursive: true });
    symlinkSync('b', join(at, 'dev/disk/a'));
    symlinkSync('a', join(at, 'dev/disk/b'));
    expect(probeHost({ root: at }).block).toEqual([]);
  });
});

test('what a device calls itself does not drive the terminal', () => {
  const facts = probeHost({ root: root('tape-library') });
  const [first] = facts.scsi!;
  const table = hostTable({ schema: 1, scsi: [{ ...first!, model: '\u001b[2J\u009b1m\u202e' }] }, 80);
  // eslint-disable-next-line no-control-regex
  expect(table).not.toMatch(/[\u001b\u009b\u202e]/);
});
