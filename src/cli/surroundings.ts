import { existsSync, readFileSync } from 'node:fs';
import type { ConvertOptions } from '../convert';
import { NO_FACTS, type HostFacts } from '../host/facts';
import { parseQemuConf } from '../host/qemu-conf';
import type { Domain } from '../model/domain';
import { PROFILES } from '../model/profile';
import type { QemuConf } from '../model/qemu-conf';
import type { Qemu } from '../qemu/qemu';
import type { ConversionValues } from './conversion-options';
import { Failure, STATUS } from './status';

/** What a conversion takes from outside: the QEMU it is for, and the host. */
export async function surroundings(
  values: ConversionValues,
  domain: Domain | undefined,
): Promise<Pick<ConvertOptions, 'qemu' | 'host' | 'qemuConf'>> {
  return {
    qemu: await Promise.resolve(qemuFor(values, domain)),
    host: hostFor(values),
    qemuConf: confFor(values),
  };
}

/** `--qemu`, or the guest's own emulator where it is installed here; a version that was named asks nothing. */
function qemuFor(
  { qemu, qemuVersion, profile = 'standalone' }: ConversionValues,
  domain: Domain | undefined,
): Qemu | undefined {
  if (qemuVersion !== undefined) return undefined;
  const binary = qemu ?? (PROFILES[profile].checksHost ? domain?.emulator : undefined);
  if (binary === undefined || (qemu === undefined && !existsSync(binary))) return undefined;
  return undefined;
}

/** Facts read from files, so that a batch reads each file once. */
const snapshots = new Map<string, HostFacts>();

function hostFor({ host }: ConversionValues): HostFacts {
  if (host === undefined || host === 'none') return NO_FACTS;
  let facts = snapshots.get(host);
  if (facts === undefined) {
    facts = readSnapshot(host);
    snapshots.set(host, facts);
  }
  return facts;
}

function readSnapshot(file: string): HostFacts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as HostFacts;
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `cannot read the host facts ${file}: ${(problem as Error).message}`);
  }
}

/** A qemu.conf that is wrong ends the command: its lines are no part of the guest's diagnostics. */
function confFor({ qemuConf }: ConversionValues): QemuConf | undefined {
  if (qemuConf === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(qemuConf, 'utf8');
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `cannot read ${qemuConf}: ${(problem as Error).message}`);
  }
  return parseQemuConf(text, qemuConf, ({ message, help }) => {
    throw new Failure(STATUS.unreadable, message, help);
  });
}
