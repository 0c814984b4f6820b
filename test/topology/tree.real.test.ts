/**
 * The tree against what a QEMU of that command line has: PCI with the bus numbers that its firmware gave, SCSI by channel,
 * target and LUN, USB by port. The guest runs, since it is the firmware that numbers the buses.
 */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { convert } from '../../src/convert';
import { topologyOf, type TopologyBus, type TopologyDevice } from '../../src/topology';
import { startMachine, type Machine } from '../qemu/machine';
import { describeEachQemu, type TestQemu } from '../qemu/qemus';

interface PciDevice {
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
  readonly qdev_id: string;
  readonly pci_bridge?: {
    readonly bus: { readonly secondary: number };
    readonly devices?: readonly PciDevice[];
  };
}

describeEachQemu('the tree and QEMU', (qemu) => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tree-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each(['express', 'conventional'])(
    '%s',
    async (name) => {
      const { machine, devices } = await start(name, qemu, folder);
      try {
        expect(await numberedPci(machine)).toEqual(pciOf(devices));
        const qtree = await machine.qtree();
        const scsi = qtree
          .filter(({ driver }) => /^scsi-(hd|cd)$/.test(driver))
          .map(({ id, properties: p }) => `${p['channel']}:${p['scsi-id']}:${p['lun']} ${id}`);
        expect(scsi.length).toBeGreaterThan(0);
        expect(scsiOf(devices).sort()).toEqual(scsi.sort());
        const usb = await machine.execute('human-monitor-command', { 'command-line': 'info usb' });
        expect(usbOf(devices)).toEqual(
          [...String(usb).matchAll(/Port ([\d.]+),.*ID: (\S+)/g)]
            .map(([, port, id]) => `${port} ${id}`)
            .sort(),
        );
      } finally {
        await machine.stop();
      }
    },
    60_000,
  );
});

async function start(name: string, { binary, version }: TestQemu, folder: string) {
  const xml = readFileSync(join(__dirname, 'guests', `${name}.xml`), 'utf8').replaceAll('IMAGES', folder);
  for (const [, path = ''] of xml.matchAll(/<source file='([^']*)'/g)) {
    writeFileSync(path, '');
    truncateSync(path, 1474560);
  }
  const qmp = join(folder, 'qmp');
  const { argv, plan, diagnostics } = convert(xml, { qemuVersion: version, accel: 'tcg', qmp });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const machine = await startMachine([binary, ...argv!.slice(1)], qmp);
  return { machine, devices: topologyOf(plan!).buses.flatMap(inside) };
}

interface Found {
  readonly device: TopologyDevice;
  readonly bus: TopologyBus;
}

function inside(bus: TopologyBus): Found[] {
  return bus.devices.flatMap((device) => [{ device, bus }, ...device.buses.flatMap(inside)]);
}

function pciOf(devices: readonly Found[]): string[] {
  return devices
    .filter(({ bus }) => bus.kind === 'pci')
    .map(({ device }) => `${device.address ?? ''} ${device.id ?? ''}`.trim())
    .sort();
}

function scsiOf(devices: readonly Found[]): string[] {
  return devices
    .filter(({ bus }) => bus.kind === 'scsi')
    .map(({ device }) => `${device.address?.replace(/^\d+:/, '') ?? ''} ${device.id ?? ''}`);
}

function usbOf(devices: readonly Found[]): string[] {
  return devices
    .filter(({ bus }) => bus.kind === 'usb')
    .map(({ device }) => `${device.address?.replace(/^usb \d+-/, '') ?? ''} ${device.id ?? ''}`)
    .sort();
}

/** What `query-pci` says once the firmware has numbered the bridges. */
async function numberedPci(machine: Machine): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const roots = (await machine.execute('query-pci')) as { readonly devices: readonly PciDevice[] }[];
    const devices = roots.flatMap((root) => root.devices.flatMap(withBehind));
    const numbers = devices.flatMap(({ pci_bridge }) => (pci_bridge ? [pci_bridge.bus.secondary] : []));
    if (numbers.length > 0 && numbers.every((number) => number > 0)) return devices.map(line).sort();
    await pause(100);
  }
  throw new Error('the firmware numbered no bridge');
}

function withBehind(device: PciDevice): PciDevice[] {
  return [device, ...(device.pci_bridge?.devices ?? []).flatMap(withBehind)];
}

function line({ bus, slot, function: fn, qdev_id: id }: PciDevice): string {
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return `${hex(bus)}:${hex(slot)}.${fn} ${id}`.trim();
}
