import type { Capability } from './capabilities';
import { isCapability, rowOf } from './capabilities/lookup';
import { compareVersions, parseVersion, type BinaryVersion } from './version';

/** What tells of a release that it has an option. */
const CAPABILITY: Readonly<Record<string, Capability>> = {
  accel: 'accel-option',
  action: 'set-action',
  'add-fd': 'add-fd',
  audiodev: 'audiodev',
  compat: 'compat',
  display: 'display-option',
  machine: 'machine-option',
  msg: 'msg-timestamp',
  overcommit: 'overcommit',
  'run-with': 'run-with.async-teardown',
  sandbox: 'sandbox',
  spice: 'spice',
};

/** The release that brought an option of which the rest of the program asks nothing (git tags of qemu-options.hx). */
const OTHERS: Readonly<Record<string, string>> = {
  audio: '7.1',
  // libvirt's capability of that name is of a later release
  blockdev: '2.9',
  dtb: '1.1',
  fw_cfg: '2.4',
  netdev: '0.12',
  nic: '2.12',
  plugin: '4.2',
  preconfig: '3.0',
  shim: '10.0',
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
  const since = sinceOf(name);
  if (since !== undefined && isAhead(since, version)) return { what: `-${name}`, since };
  if (name !== 'device' || driver === undefined || !isCapability(driver)) return undefined;
  const { since: came } = rowOf(driver);
  return isAhead(came, version) ? { what: `-device ${driver}`, since: came } : undefined;
}

function sinceOf(name: string): string | undefined {
  const capability = Object.hasOwn(CAPABILITY, name) ? CAPABILITY[name] : undefined;
  if (capability !== undefined) return rowOf(capability).since;
  return Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined;
}

function isAhead(since: string, version: BinaryVersion): boolean {
  const came = parseVersion(since);
  return came !== undefined && compareVersions(version, came) < 0;
}
