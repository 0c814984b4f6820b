/**
 * What a Linux guest sees of its LUNs is what the plan says: H:C:T:L, type, vendor and model of each, from its own /sys.
 * The guest is booted under TCG with a kernel and an initramfs of Debian's (kernel.sh, init).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';
import type { LaunchPlan } from '../../src/model/plan';
import { describeEachQemu, installed, missing } from '../qemu/qemus';
import { serveLuns, type Served, type ServedLun } from '../qemu/tgt';
import { findKernel } from './kernel';
import { linuxGuest, lunsSeen } from './linux';

/** SPC peripheral device types. */
const TYPES = { disk: 0, tape: 1, cd: 5, changer: 8 } as const;

interface Place extends ServedLun {
  /** Where it is to stand in the guest. */
  readonly target: number;
  readonly lun: number;
}

/** LUNs that the guest names one by one, at the limits too. */
const SINGLE: readonly Place[] = [
  { number: 1, type: 'disk', product: 'ONE DISK', target: 0, lun: 0 },
  { number: 2, type: 'cd', product: 'ONE CD', target: 1, lun: 0 },
  { number: 3, type: 'disk', product: 'UNIT 255', target: 3, lun: 255 },
  { number: 4, type: 'disk', product: 'LAST LUN', target: 3, lun: 16_383 },
  { number: 5, type: 'tape', product: 'LAST TARGET', target: 255, lun: 0 },
];

/** A target of the host, whole: its adapter is 4, its number stays. */
const WHOLE: readonly Place[] = (
  ['disk', 'disk', 'cd', 'tape', 'changer', 'tape', 'cd', 'disk'] as const
).map((type, index) => ({
  number: 10 + index,
  type,
  product: `EIGHT ${index}`,
  target: 2,
  // The host, a Linux, shows the last one as 16,640.
  lun: index === 7 ? 256 : index,
}));

const PLACES = [...SINGLE, ...WHOLE];

/** The first disk and CD as `<disk device='lun'>`, the others as hostdevs, the target by one element. */
function guest({ port, iqn }: Served, kernel: string, console: string, machine: string): string {
  const single = SINGLE.map(({ number, type, target, lun }, index) => {
    const source = `<source protocol='iscsi' name='${iqn}/${number}'><host name='127.0.0.1' port='${port}'/></source>`;
    const address = `<address type='drive' controller='0' bus='0' target='${target}' unit='${lun}'/>`;
    return index < 2
      ? `<disk type='network' device='lun'><driver name='qemu' type='raw'/>${source}
         <target dev='sd${'ab'[index]!}' bus='scsi'/>${type === 'cd' ? '<readonly/>' : ''}${address}</disk>`
      : `<hostdev mode='subsystem' type='scsi'>${source}${address}</hostdev>`;
  });
  const devices = `<controller type='scsi' index='0' model='virtio-scsi'/>
    ${single.join('\n    ')}
    <hostdev mode='subsystem' type='scsi_target'>
      <source><address type='scsi' host='4' bus='0' target='2'/></source>
      <address type='scsi' host='0'/>
    </hostdev>`;
  return linuxGuest({ kernel, console, machine, devices });
}

/** The host with that target, and a well-known LUN that is not to be passed on. */
const HOST: HostFacts = {
  schema: 1,
  adapters: [{ host: 4, driver: 'mpt3sas' }],
  block: WHOLE.filter(isBlock).map((place) => ({
    path: blockNode(place),
    links: [],
    kind: place.type === 'cd' ? 'rom' : 'disk',
    dev: `8:${place.number}`,
    size: 4 << 20,
    readOnly: false,
    hctl: `4:0:2:${linuxLun(place.lun)}`,
    slaves: [],
    holders: [],
    mounts: [],
    swap: false,
  })),
  scsi: [
    ...WHOLE.map((place) => ({
      ...hostLun(linuxLun(place.lun), TYPES[place.type]),
      ...(isBlock(place) ? { block: { path: blockNode(place), links: [] } } : {}),
      sg: { path: sgNode(place), links: [] },
    })),
    { ...hostLun(0xc101, 30), sg: { path: '/dev/sg99', links: [] } },
  ],
};

function hostLun(lun: number, type: number) {
  const hctl = { host: 4, channel: 0, target: 2, lun: String(lun) };
  return { hctl, type, vendor: 'IET', model: '', revision: '' };
}

function isBlock({ type }: Place): boolean {
  return type === 'disk' || type === 'cd';
}

function blockNode({ number }: Place): string {
  return `/dev/sd${String.fromCharCode(87 + number)}`;
}

function sgNode({ number }: Place): string {
  return `/dev/sg${number}`;
}

/** The nodes of that host replaced by the LUNs that stand in for them. */
function standIns(argv: readonly string[], { iqn, port }: Served): string[] {
  const urls = new Map(
    WHOLE.map((place) => [
      isBlock(place) ? blockNode(place) : sgNode(place),
      `iscsi://127.0.0.1:${port}/${iqn}/${place.number}`,
    ]),
  );
  return argv.map((word) =>
    word.replace(
      /(^|,)file=(\/dev\/s[^,]+)/,
      (_, before: string, node: string) => `${before}file=${urls.get(node)!}`,
    ),
  );
}

/** Linux shows what follows flat space addressing, from LUN 256 on, with its method bits: 16,384 more (SAM-5 4.7.7). */
function linuxLun(lun: number): number {
  return lun < 256 ? lun : lun + 0x4000;
}

/** H:C:T:L -> what is there, by the plan and by what tgt serves. */
function planned({ devices }: LaunchPlan): string[] {
  return devices.flatMap((device) => {
    if (device.slot.type !== 'scsi' || (device.kind !== 'disk' && device.kind !== 'hostdev')) return [];
    const { channel = 0, scsiId, lun = 0 } = device.slot;
    const served = PLACES.find((place) => place.target === scsiId && place.lun === lun)!;
    const model = served.product!;
    return [`0:${channel}:${scsiId}:${linuxLun(lun)} ${TYPES[served.type]} IET ${model}`];
  });
}

function seen(said: string): string[] {
  return lunsSeen(said).map(({ at, type, vendor, model }) => `${at} ${type} ${vendor} ${model}`);
}

/** Linux's driver by the type; a changer has none here. */
const DRIVERS: Readonly<Record<string, string>> = { '0': 'sd', '1': 'st', '5': 'sr', '8': '' };

const kernel = findKernel();
if (!installed('tgtd', ['--version'])) missing('LUNs in a guest', 'tgtd (Debian: tgt)');
else if (kernel === undefined) missing('LUNs in a guest', 'a kernel of Debian (see test/guest/kernel.sh)');
else
  describeEachQemu('LUNs in a guest', ({ binary, version }) => {
    let served: Served;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'guest-'));
      served = await serveLuns(PLACES);
    }, 20_000);
    afterAll(async () => {
      await served.stop();
      rmSync(folder, { recursive: true });
    });

    test.each(['pc', 'q35'])(
      'on %s',
      (machine) => {
        const console = join(folder, `console-${machine}`);
        const { argv, plan, diagnostics } = convert(guest(served, kernel, console, machine), {
          qemuVersion: version,
          accel: 'tcg',
          host: HOST,
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        execFileSync(binary, standIns(argv!.slice(1), served), { stdio: 'pipe', timeout: 80_000 });
        const output = readFileSync(console, 'utf8');
        expect(seen(output).sort()).toEqual(planned(plan!).sort());
        expect(seen(output)).toHaveLength(PLACES.length);
        const drivers = output.matchAll(/^LUN\|[^|]*\|(\d+)\|[^|]*\|[^|]*\|(\w*)\|sg\|/gm);
        const driven = [...drivers].map(([, type = '', driver]) => [driver, DRIVERS[type]]);
        expect(driven).toHaveLength(PLACES.length);
        for (const [driver, expected] of driven) expect(driver).toBe(expected);
      },
      90_000,
    );
  });
