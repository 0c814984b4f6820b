import { hostArch } from '../../qemu/probe/host-arch';
import { Failure, STATUS } from '../status';
import {
  nameFromFile,
  readBridge,
  readCdrom,
  readDisk,
  readLun,
  readMemory,
  readName,
  readVcpus,
  type Answers,
  type Arch,
  type MachineFamily,
  type Reading,
} from './answers';

/** The options as commander gives them. */
export interface InitOptions {
  readonly name?: string;
  readonly memory?: string;
  readonly vcpus?: string;
  readonly disk?: readonly string[];
  readonly lun?: readonly string[];
  readonly cdrom?: string;
  readonly bridge?: string;
  readonly network?: 'user' | 'none';
  readonly arch?: Arch;
  readonly machine?: MachineFamily;
  readonly firmware?: 'bios' | 'uefi';
  readonly accel?: 'kvm' | 'tcg';
  readonly force?: boolean;
}

/** What each architecture's boards are called, the usual one first. */
const MACHINES: Readonly<Record<Arch, readonly MachineFamily[]>> = {
  x86_64: ['q35', 'pc'],
  aarch64: ['virt'],
};

export const DEFAULTS = { memory: '2G', vcpus: '2', network: 'user' } as const;

/** The options, read and completed. Throws a Failure that names the option. */
export function answersFrom(options: InitOptions, file: string | undefined): Answers {
  const arch = options.arch ?? 'x86_64';
  const machine = options.machine ?? MACHINES[arch][0] ?? 'virt';
  const firmware = options.firmware ?? (arch === 'aarch64' ? 'uefi' : 'bios');
  refuseMix(options, arch, machine, firmware);
  const name = read('--name', readName, options.name ?? nameFromFile(file));
  const luns = (options.lun ?? []).map((text) => read('--lun', readLun, text));
  const disks = options.disk ?? (luns.length > 0 ? [] : [`${name}.qcow2`]);
  return {
    name,
    memory: read('--memory', readMemory, options.memory ?? DEFAULTS.memory),
    vcpus: read('--vcpus', readVcpus, options.vcpus ?? DEFAULTS.vcpus),
    disks: disks.map((text) => read('--disk', readDisk, text)),
    luns,
    cdrom: options.cdrom === undefined ? undefined : read('--cdrom', readCdrom, options.cdrom),
    bridge: options.bridge === undefined ? undefined : read('--bridge', readBridge, options.bridge),
    network: options.network ?? DEFAULTS.network,
    arch,
    machine,
    firmware,
    accel: options.accel ?? (arch === hostArch() ? 'kvm' : 'tcg'),
  };
}

function refuseMix(options: InitOptions, arch: Arch, machine: MachineFamily, firmware: string): void {
  if (!MACHINES[arch].includes(machine))
    throw new Failure(
      STATUS.usage,
      `--machine ${machine} is no machine of --arch ${arch}`,
      `it has: ${MACHINES[arch].join(', ')}`,
    );
  if (arch === 'aarch64' && firmware === 'bios')
    throw new Failure(STATUS.usage, `--arch ${arch} has no BIOS`, 'use --firmware uefi');
  if (options.bridge !== undefined && options.network !== undefined)
    throw new Failure(
      STATUS.usage,
      '--bridge and --network cannot be used together',
      'leave one of them out',
    );
}

function read<T>(flag: string, reader: (text: string) => Reading<T>, text: string): T {
  const reading = reader(text);
  if ('value' in reading) return reading.value;
  throw new Failure(STATUS.usage, `${flag}: ${reading.problem}`, reading.help);
}
