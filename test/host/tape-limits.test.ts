import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { probeScsiUse } from '../../src/host/probe';
import { DescribedHost } from './described';

const host = new DescribedHost('tape-limits');
const limits = () => probeScsiUse({ root: host.root })?.tapeLimits;

function link(at: string, to: string): void {
  mkdirSync(dirname(join(host.root, at)), { recursive: true });
  symlinkSync(join(host.root, to), join(host.root, at));
}

function putTape(name: string, hctl: string): void {
  host.put(`sys/bus/scsi/devices/${hctl}/type`, '1\n');
  link(`sys/class/scsi_tape/${name}/device`, `sys/bus/scsi/devices/${hctl}`);
}

function putDisk(name: string, hctl: string, kb: number): void {
  host.put(`sys/bus/scsi/devices/${hctl}/block/${name}/dev`, '8:0\n');
  host.put(`sys/class/block/${name}/queue/max_hw_sectors_kb`, `${kb}\n`);
}

test('no tape, and one of which nothing says more', () => {
  expect(limits()).toBeUndefined();
  putTape('st0', '1:0:4:0');
  expect(limits()).toEqual([]);
});

test('a tape that says it, in sectors, and each node of it once', () => {
  putTape('st0', '6:0:0:0');
  link('sys/class/scsi_tape/nst0/device', 'sys/bus/scsi/devices/6:0:0:0');
  host.put('sys/bus/scsi/devices/6:0:0:0/max_sectors', '241\n');
  expect(limits()).toEqual([{ hctl: '6:0:0:0', maxKb: 120, from: 'tape' }]);
});

test('as the disk of the same adapter that takes most', () => {
  putTape('st0', '1:0:4:0');
  putDisk('sda', '1:0:0:0', 512);
  putDisk('sdb', '1:0:1:0', 32);
  putDisk('sdc', '11:0:1:0', 16383);
  expect(limits()).toEqual([{ hctl: '1:0:4:0', maxKb: 512, from: 'disks' }]);
});

test('the parameters of the sg driver', () => {
  expect(probeScsiUse({ root: host.root })?.sgDriver).toBeUndefined();
  host.put('sys/module/sg/parameters/scatter_elem_sz', '65536\n');
  host.put('sys/module/sg/parameters/def_reserved_size', '524288\n');
  host.put('sys/module/sg/parameters/allow_dio', '1\n');
  expect(probeScsiUse({ root: host.root })?.sgDriver).toEqual({
    elementKb: 64,
    reservedKb: 512,
    direct: true,
  });
});
