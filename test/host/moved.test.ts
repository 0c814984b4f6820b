/** One host before and after a boot (trees/boot-one, trees/boot-two): numbers have moved, devices have not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';

const facts = (boot: string) =>
  JSON.parse(readFileSync(join(__dirname, 'trees', boot, 'snapshot.json'), 'utf8')) as HostFacts;
const BOOTS = [facts('boot-one'), facts('boot-two')] as const;

const hostdev = (source: string) => `<hostdev mode='subsystem' type='scsi'>${source}</hostdev>`;
const disk = (path: string) =>
  `<disk type='block' device='lun'><source dev='${path}'/><target dev='sda' bus='scsi'/></disk>`;

function argvOn(host: HostFacts, devices: string) {
  const { argv, diagnostics } = convert(
    `<domain type='qemu'><name>moved</name><memory unit='MiB'>64</memory>
     <os><type arch='x86_64' machine='pc'>hvm</type></os>
     <devices>${devices}</devices></domain>`,
    { host, qemuVersion: '9.0.0' },
  );
  return { argv, said: diagnostics };
}

/** The command line with each node that a number names replaced by the device's own name. */
function byDevice(host: HostFacts, argv: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const { block, sg, tape, wwid = '' } of host.scsi ?? [])
    for (const node of [block, sg, tape]) if (node) names.set(node.path, `${wwid}-${node.path.slice(5, 7)}`);
  return argv.map((word) => word.replace(/\/dev\/(sd[a-z]+|sg\d+|st\d+)\b/, (node) => names.get(node)!));
}

describe.each([
  ['a disk by its WWN', hostdev("<source><address type='wwn' wwn='naa.5000c500a1b2c3d4'/></source>")],
  ['a tape by its WWN', hostdev("<source><address type='wwn' wwn='naa.5000e111c5d0b001'/></source>")],
  ['a disk by-id', hostdev("<source name='/dev/disk/by-id/wwn-0x5000c500a1b2c3d4'/>")],
  ['a disk by-path', hostdev("<source name='/dev/disk/by-path/pci-0000:03:00.0-sas-phy1-lun-0'/>")],
  ['a tape by-id', hostdev("<source name='/dev/tape/by-id/scsi-35000e111c5d0b001'/>")],
  [
    'an iSCSI LUN by its portal',
    hostdev("<source name='/dev/disk/by-path/ip-192.0.2.7:3260-iscsi-iqn.2026-01.com.example:array-lun-1'/>"),
  ],
  ['a LUN disk by-id', disk('/dev/disk/by-id/wwn-0x60014050000000100000000000000001')],
])('%s', (_, devices) => {
  test('is the same device after the next boot, and nothing is said of numbers', () => {
    const [one, two] = BOOTS.map((host) => ({ host, ...argvOn(host, devices) }));
    expect(one!.argv).toBeDefined();
    expect(byDevice(two!.host, two!.argv!)).toEqual(byDevice(one!.host, one!.argv!));
    for (const { said } of [one!, two!]) expect(said.map(({ code }) => code)).toEqual([]);
  });
});

describe.each([
  [
    'an adapter number',
    hostdev("<source><adapter name='scsi_host1'/><address bus='0' target='1' unit='0'/></source>"),
  ],
  ['a SCSI address', hostdev("<source><address type='scsi' host='1' bus='0' target='1' lun='0'/></source>")],
  ['sgN', hostdev("<source name='sg1'/>")],
  ['sdX', hostdev("<source name='sdb'/>")],
  ['/dev/sdX of a disk', disk('/dev/sdb')],
])('%s', (_, devices) => {
  test('is warned about, with the stable name of that very device', () => {
    const { argv, said } = argvOn(BOOTS[0], devices);
    expect(argv).toBeDefined();
    expect(said.length).toBeGreaterThan(0);
    expect(said.map(({ help = '' }) => help).join('\n')).toMatch(/5000c500a1b2c3d4/);
  });

  test('is another device after the next boot, or none', () => {
    const [one, two] = BOOTS.map((host) => ({ host, ...argvOn(host, devices) }));
    const after = two!.argv && byDevice(two!.host, two!.argv);
    expect(after).not.toEqual(byDevice(one!.host, one!.argv!));
  });
});
