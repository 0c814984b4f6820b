import { QEMU_CONF_DEFAULTS } from '../../../src/model/qemu-conf';
import type { DriveAddress } from '../../../src/model/address';
import type { Controller, ScsiModel } from '../../../src/model/controller';
import type { Device } from '../../../src/model/device';
import type { Disk } from '../../../src/model/disk';
import type { Domain } from '../../../src/model/domain';
import type { Hostdev } from '../../../src/model/hostdev';
import type { Place } from '../../../src/model/place';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic';
import { PROFILES, type ProfileName } from '../../../src/model/profile';
import { qemuOf } from '../../../src/qemu/qemu';
import { parseVersion } from '../../../src/qemu/version';
import type { Context } from '../../../src/resolver/context';

/** A place whose path tells what was pointed at. */
export const place = (path: string): Place => ({
  line: 1,
  column: 1,
  depth: path.split('/').length,
  path,
  of: (part) => place(`${path}/${part}`),
});

type Triple = readonly [bus: number, target: number, unit: number];

export const address = (controller: number, [bus, target, unit]: Triple): DriveAddress => ({
  type: 'drive',
  at: place('address'),
  controller,
  bus,
  target,
  unit,
});

export const controller = (model: ScsiModel | undefined, index = 0): Controller => ({
  kind: 'controller',
  type: 'scsi',
  at: place('controller'),
  index,
  model,
  alias: `scsi${index}`,
  driver: { virtio: {} },
  pci: {},
});

export const disk = (dev: string, where?: DriveAddress): Disk =>
  ({ kind: 'disk', at: place(dev), target: { dev, bus: 'scsi' }, address: where }) as Disk;

export const hostdev = (where?: DriveAddress): Hostdev =>
  ({
    kind: 'hostdev',
    at: place('hostdev'),
    source: { type: 'scsi-host', adapter: 'scsi_host0', bus: 0, target: 0, unit: '0' },
    address: where,
  }) as Hostdev;

export const guest = (...devices: Device[]): Domain => ({ devices, os: {} }) as unknown as Domain;

export function contextOf(profile: ProfileName, version = '8.2', arch = 'x86_64') {
  const said: Diagnostic[] = [];
  const ignore = () => undefined;
  const context: Context = {
    profile: PROFILES[profile],
    qemu: qemuOf({ version: parseVersion(version)!, arch }),
    host: { schema: 1 },
    options: {},
    conf: QEMU_CONF_DEFAULTS,
    report: (diagnostic) => void said.push(diagnostic),
    decide: ignore,
    companion: ignore,
    resource: ignore,
    hostStep: ignore,
  };
  return { context, said };
}
