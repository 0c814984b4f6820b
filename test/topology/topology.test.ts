import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import { emit } from '../../src/emitter';
import type { HostFacts } from '../../src/host/facts';
import type { LaunchPlan } from '../../src/model/plan';
import { topologyOf, type TopologyBus, type TopologyDevice } from '../../src/topology';
import { only } from '../../src/topology/only';
import { scalar } from '../../src/topology/scalar';
import { CASES, caseFolders, guestOf, optionsOf, profilesOf, readCase } from '../case';

const host = JSON.parse(readFileSync(join(CASES, 'guests/host.json'), 'utf8')) as HostFacts;

function planOf(xml: string): LaunchPlan {
  const { plan, diagnostics } = convert(xml, { host, qemuVersion: '10.0' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan!;
}

function all(buses: readonly TopologyBus[]): TopologyDevice[] {
  return buses.flatMap(({ devices }) => devices.flatMap((device) => [device, ...all(device.buses)]));
}

const guest = (name: string) => readFileSync(join(__dirname, 'guests', `${name}.xml`), 'utf8');

function addresses(xml: string): Record<string, string | undefined> {
  return Object.fromEntries(
    all(topologyOf(planOf(xml)).buses).flatMap(({ id, address }) =>
      id === undefined ? [] : [[id, address]],
    ),
  );
}

test('each -device of every case is in the tree, once', () => {
  let count = 0;
  for (const folder of caseFolders())
    for (const { given } of profilesOf(readCase(folder)))
      for (const version of given.qemu.slice(0, 1)) {
        const { plan, argv } = convert(guestOf(folder), optionsOf(folder, given, version));
        if (plan === undefined || argv === undefined) continue;
        const wanted = emit(plan).flatMap(({ arg }) =>
          arg.form === 'device'
            ? [`${scalar(arg.value['driver']) ?? ''} ${scalar(arg.value['id']) ?? ''}`]
            : [],
        );
        const there = all(topologyOf(plan).buses).map(({ driver, id }) => `${driver} ${id ?? ''}`);
        const missing = wanted.filter((one) => !there.includes(one));
        expect({ folder, missing }).toEqual({ folder, missing: [] });
        const ids = there.filter((one) => wanted.includes(one));
        expect({ folder, count: ids.length }).toEqual({ folder, count: wanted.length });
        count += wanted.length;
      }
  expect(count).toBeGreaterThan(2000);
});

test('PCI buses are numbered depth first; expander buses have the numbers that they ask for', () => {
  expect(addresses(guest('express'))).toMatchObject({
    scsi0: '03:00.0',
    scsi1: '06:04.0',
    'virtio-disk0': '65:00.0',
    usb: '00:1d.7',
    usb1: '07:00.0',
  });
  expect(addresses(guest('conventional'))).toMatchObject({
    scsi0: '02:01.0',
    net0: '03:03.0',
    scsi1: '29:02.0',
  });
});

test('what is on no PCI has the address of its own bus', () => {
  expect(addresses(guest('express'))).toMatchObject({
    'scsi0-0-2-5': '0:0:2:5',
    'scsi0-0-2-300': '0:0:2:300',
    'scsi1-0-3': '1:0:3:0',
    'sata0-0-3': 'sata 3',
    hub1: 'usb 2-2.3',
    input0: 'usb 2-2.3.1',
    input1: 'usb 1-3',
    serial0: 'COM1',
  });
  expect(addresses(guest('conventional'))).toMatchObject({
    'ide0-1-1': 'ide 1:1',
    'fdc0-0-0': 'fd0',
    channel0: 'port 1',
    'sound0-codec0': 'codec 0',
    'usb-disk1-device': '2:0:0:0',
  });
});

test('a hub carries what names its ports', () => {
  const hubs = all(topologyOf(planOf(guest('express'))).buses).filter(({ driver }) => driver === 'usb-hub');
  expect(hubs.map(({ id, buses }) => [id, all(buses).map((device) => device.id)])).toEqual([
    ['hub0', ['hub1', 'input0']],
    ['hub1', ['input0']],
  ]);
});

test('a LUN that Linux shows by another number', () => {
  const found = all(topologyOf(planOf(guest('express'))).buses).filter((device) => device.guestAddress);
  expect(found.map(({ id, guestAddress }) => [id, guestAddress])).toEqual([['scsi0-0-2-300', '0:0:2:16684']]);
});

test('a property that the user sets past all decisions moves the device', () => {
  const xml = guest('conventional').replace(
    "<domain type='qemu'>",
    "<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:override><qemu:device alias='net0'><qemu:frontend><qemu:property name='addr' type='string' value='0x11'/></qemu:frontend></qemu:device></qemu:override>",
  );
  expect(addresses(xml)).toMatchObject({ net0: '03:11.0' });
});

test('a further host bridge of pseries is a domain of its own, channel devices have their own numbers', () => {
  const power = convert(guestOf(join(CASES, 'pci/pseries')), { arch: 'ppc64', qemuVersion: '10.0' }).plan!;
  const bridge = all(topologyOf(power).buses).find(({ id }) => id === 'pci.1');
  expect(bridge?.buses).toMatchObject([{ kind: 'pci', domain: 5, number: 0 }]);
  const s390 = `<domain type='kvm'><name>z</name><memory>65536</memory><os><type arch='s390x' machine='s390-ccw-virtio'>hvm</type></os>
    <devices><interface type='user'><mac address='52:54:00:aa:00:03'/><address type='ccw' cssid='0xfe' ssid='0x0' devno='0x000a'/></interface></devices></domain>`;
  expect(addresses(s390)).toMatchObject({ net0: 'fe.0.000a' });
});

test.each(['pci', 'scsi', 'usb', 'virtio-serial'] as const)(
  '%s alone: what is on such a bus, and no more',
  (kind) => {
    const topology = topologyOf(planOf(guest('express')));
    const wanted: TopologyDevice[] = [];
    const gather = (bus: TopologyBus) =>
      bus.devices.forEach((device) => {
        if (bus.kind === kind) wanted.push(device);
        device.buses.forEach(gather);
      });
    topology.buses.forEach(gather);
    const kept = all(only(topology, [kind]).buses);
    expect(kept.map(({ address }) => address).sort()).toEqual(wanted.map(({ address }) => address).sort());
  },
);

test('every guest is drawn', () => {
  const names = readdirSync(join(CASES, 'guests'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of names) {
    const { plan } = convert(readFileSync(join(CASES, 'guests', name, 'guest.xml'), 'utf8'), { host });
    const devices = all(topologyOf(plan!).buses);
    expect({
      name,
      unplaced: devices.filter(
        ({ address, kind }) => address === 'undefined' || /NaN/.test(`${address ?? ''} ${kind}`),
      ),
    }).toEqual({ name, unplaced: [] });
  }
});

test("AMD's IOMMU is on no bus, and what the guest finds of it on PCI", () => {
  const { plan } = convert(
    "<domain type='qemu'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices><iommu model='amd'/></devices></domain>",
    { host, qemuVersion: '11.1' },
  );
  const { buses } = topologyOf(plan!);
  const kindOf = (driver: string) =>
    buses.find(({ devices }) => devices.some((device) => device.driver === driver))?.kind;
  expect([kindOf('AMDVI-PCI'), kindOf('amd-iommu')]).toEqual(['pci', 'machine']);
});
