/**
 * What a Linux guest sees of its LUNs is what the plan says: H:C:T:L, type, vendor and model of each, from its own /sys.
 * The guest is booted under TCG with a kernel and an initramfs of Debian's (kernel.sh, init).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import type { LaunchPlan } from '../../src/model/plan';
import { describeEachQemu, installed, missing } from '../qemu/qemus';
import { serveLuns, type Served, type ServedLun } from '../qemu/tgt';

/** SPC peripheral device types. */
const TYPES = { disk: 0, tape: 1, cd: 5, changer: 8 } as const;

/** Where each LUN of the iSCSI target is to stand in the guest: target and LUN, at their limits too. */
const PLACES: readonly (ServedLun & { readonly target: number; readonly lun: number })[] = [
  { number: 1, type: 'disk', product: 'ONE DISK', target: 0, lun: 0 },
  { number: 2, type: 'cd', product: 'ONE CD', target: 1, lun: 0 },
  // One target of the host, whole.
  { number: 3, type: 'disk', product: 'EIGHT 0', target: 2, lun: 0 },
  { number: 4, type: 'disk', product: 'EIGHT 1', target: 2, lun: 1 },
  { number: 5, type: 'cd', product: 'EIGHT 2', target: 2, lun: 2 },
  { number: 6, type: 'tape', product: 'EIGHT 3', target: 2, lun: 3 },
  { number: 7, type: 'changer', product: 'EIGHT 4', target: 2, lun: 4 },
  { number: 8, type: 'tape', product: 'EIGHT 5', target: 2, lun: 5 },
  { number: 9, type: 'cd', product: 'EIGHT 6', target: 2, lun: 6 },
  { number: 10, type: 'disk', product: 'EIGHT 255', target: 2, lun: 255 },
  { number: 11, type: 'disk', product: 'FLAT 256', target: 3, lun: 256 },
  { number: 12, type: 'disk', product: 'LAST LUN', target: 3, lun: 16_383 },
  { number: 13, type: 'tape', product: 'LAST TARGET', target: 255, lun: 0 },
];

/** The first disk and CD as `<disk device='lun'>`, everything else as a hostdev. */
function guest({ port, iqn }: Served, kernel: string, console: string, machine: string): string {
  const source = (number: number) =>
    `<source protocol='iscsi' name='${iqn}/${number}'><host name='127.0.0.1' port='${port}'/></source>`;
  const devices = PLACES.map(({ number, type, target, lun }, index) => {
    const address = `<address type='drive' controller='0' bus='0' target='${target}' unit='${lun}'/>`;
    return index < 2
      ? `<disk type='network' device='lun'><driver name='qemu' type='raw'/>${source(number)}
         <target dev='sd${'ab'[index]!}' bus='scsi'/>${type === 'cd' ? '<readonly/>' : ''}${address}</disk>`
      : `<hostdev mode='subsystem' type='scsi'>${source(number)}${address}</hostdev>`;
  });
  return `<domain type='qemu'>
  <name>guest</name>
  <memory unit='MiB'>256</memory>
  <os>
    <type arch='x86_64' machine='${machine}'>hvm</type>
    <kernel>${kernel}/vmlinuz</kernel>
    <initrd>${kernel}/initrd.gz</initrd>
    <cmdline>console=ttyS0 quiet panic=-1</cmdline>
  </os>
  <features><acpi/></features>
  <on_reboot>destroy</on_reboot>
  <devices>
    <controller type='scsi' index='0' model='virtio-scsi'/>
    ${devices.join('\n    ')}
    <serial type='file'><source path='${console}'/><target port='0'/></serial>
    <memballoon model='none'/>
  </devices>
</domain>`;
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

/** The lines of `init`. */
function seen(console: string): string[] {
  const lines = console.split(/\r?\n/).filter((line) => line.startsWith('LUN|'));
  return lines.map((line) => {
    const [, at, type, vendor = '', model = ''] = line.split('|');
    return `${at} ${type} ${vendor.trim()} ${model.trim()}`;
  });
}

/** Linux's driver by the type; a changer has none here. */
const DRIVERS: Readonly<Record<string, string>> = { '0': 'sd', '1': 'st', '5': 'sr', '8': '' };

if (!installed('tgtd', ['--version'])) missing('LUNs in a guest', 'tgtd (Debian: tgt)');
else if (!installed('dpkg-deb') || !installed('apt-get'))
  missing('LUNs in a guest', 'apt-get and dpkg, for a kernel of Debian');
else
  describeEachQemu('LUNs in a guest', ({ binary, version }) => {
    let served: Served;
    let folder: string;
    let kernel: string;
    beforeAll(async () => {
      const cache = process.env['GUEST_KERNEL'] ?? join(tmpdir(), 'domxml2qemu-guest');
      kernel = execFileSync(join(__dirname, 'kernel.sh'), [cache], { encoding: 'utf8' }).trim();
      folder = mkdtempSync(join(tmpdir(), 'guest-'));
      served = await serveLuns(PLACES);
    }, 120_000);
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
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        execFileSync(binary, argv!.slice(1), { stdio: 'pipe', timeout: 80_000 });
        const output = readFileSync(console, 'utf8');
        expect(output).toContain('LUNS END');
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
