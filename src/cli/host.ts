import type { HostFacts } from '../host/facts';
import { ANY_VIRTIOFSD } from '../host/virtiofsd';
import { paintFor, type ColorChoice } from './color';
import { hostTable } from './host-table';
import { readBytes } from './input';
import { Failure, STATUS } from './status';
import { terminalWidth } from './terminal';
import { writeError, writeOut } from './streams';

export interface HostOptions {
  readonly output?: 'table' | 'json' | undefined;
  /** Elements for a guest, in place of either. */
  readonly xml?: boolean | undefined;
  /** A snapshot to print instead of this host. */
  readonly host?: string | undefined;
  /** Where the host's file system is. */
  readonly root?: string | undefined;
  readonly color?: ColorChoice | undefined;
  /** Columns of the terminal; piped, each device has one line, for grep. */
  readonly width?: number | undefined;
}

/** `domxml2qemu host`: resolves to the exit status. */
export async function hostCommand(options: HostOptions = {}): Promise<number> {
  const { host, root } = options;
  // What it means to a conversion, of which there is nothing to show.
  if (host === 'none')
    throw new Failure(
      STATUS.usage,
      'no host has no devices to show',
      'name a file of host facts, or leave out --host to look at this host',
    );
  if (options.xml === true && options.output === 'json')
    throw new Failure(
      STATUS.usage,
      '--xml and --output json cannot be used together',
      'leave one of them out: --xml prints elements for a guest',
    );
  const facts = host === undefined ? await look(root) : await snapshotOf(host);
  if (facts === undefined) return STATUS.unreadable;
  writeOut(await text(facts, options));
  return STATUS.done;
}

/** All that there is, with what a check asks: it may be made elsewhere. */
async function look(root: string | undefined): Promise<HostFacts> {
  const { probeHost, probeListening, probeScsiUse } = await import('../host/probe');
  const { probeVirtiofsd } = await import('../host/probe/virtiofsd');
  return {
    ...probeHost({ root }),
    listening: probeListening({ root }),
    scsiUse: probeScsiUse({ root }),
    virtiofsd: probeVirtiofsd([ANY_VIRTIOFSD], { root }),
  };
}

async function text(facts: HostFacts, options: HostOptions): Promise<string> {
  if (options.xml === true) return (await import('./host-xml')).hostXml(facts);
  if (options.output === 'json') return `${JSON.stringify(facts, null, 2)}\n`;
  const paint = await paintFor(options.color ?? 'auto', process.env, 1);
  return hostTable(facts, options.width ?? terminalWidth(), paint);
}

/** Undefined when the snapshot is wrong, which has then been said. */
async function snapshotOf(file: string): Promise<HostFacts | undefined> {
  const { readSnapshot } = await import('../host/snapshot');
  const text = readBytes(file, { helpFor: () => HELP }).toString('utf8');
  return readSnapshot(text, file, ({ code, message, help = '' }) =>
    writeError(`error[${code}]: ${message}\nhelp: ${help}\n`),
  );
}

const HELP = 'check the path, or leave out --host to look at this host';
