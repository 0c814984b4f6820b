import { CAPABILITIES } from './capabilities';
import type { CapabilityRow } from './capabilities/row';
import { compareVersions, parseVersion, type BinaryVersion } from './version';

/** The release that brought an option, by name (git tags of QEMU's qemu-options.hx). */
const OPTIONS: Readonly<Record<string, string>> = {
  accel: '2.9',
  action: '6.0',
  'add-fd': '1.3',
  audio: '7.1',
  audiodev: '4.0',
  blockdev: '2.9',
  compat: '6.0',
  display: '0.12',
  dtb: '1.1',
  fw_cfg: '2.4',
  machine: '0.15',
  msg: '1.5',
  netdev: '0.12',
  nic: '2.12',
  overcommit: '3.0',
  plugin: '4.2',
  preconfig: '2.12',
  'run-with': '8.1',
  sandbox: '1.2',
  shim: '10.0',
  spice: '0.14',
  tpmdev: '1.5',
};

export interface LaterOption {
  /** `-run-with`, `-device virtio-scsi-pci`. */
  readonly what: string;
  readonly since: string;
}

/** An option, or a device, that this QEMU does not have yet; `driver` is what a `-device` names. */
export function laterOption(
  option: string,
  driver: string | undefined,
  version: BinaryVersion,
): LaterOption | undefined {
  const name = option.replace(/^--?/, '');
  const since = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (since !== undefined && isAhead(since, version)) return { what: `-${name}`, since };
  if (name !== 'device' || driver === undefined || !Object.hasOwn(CAPABILITIES, driver)) return undefined;
  const row: CapabilityRow = CAPABILITIES[driver as keyof typeof CAPABILITIES];
  return isAhead(row.since, version) ? { what: `-device ${driver}`, since: row.since } : undefined;
}

function isAhead(since: string, version: BinaryVersion): boolean {
  const came = parseVersion(since);
  return came !== undefined && compareVersions(version, came) < 0;
}
