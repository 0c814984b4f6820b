import type { Diagnostic } from '../diagnostics/diagnostic';
import { hostArch, probeQemu } from '../qemu/probe';
import { formatVersion } from '../qemu/version';
import type { Probe } from '../qemu/probed';
import { Failure, failureOf, STATUS } from './status';
import { writeError, writeOut } from './streams';

export interface ProbeCommandOptions {
  /** False asks the binary even where its answer is stored. */
  readonly cache?: boolean | undefined;
}

/** `domxml2qemu probe [BINARY]`: what a QEMU can do, as JSON; resolves to the exit status. */
export async function probeCommand(
  binary: string | undefined,
  { cache = true }: ProbeCommandOptions = {},
): Promise<number> {
  const result = await probeQemu(binary ?? `qemu-system-${hostArch()}`, cache ? {} : { cache: undefined });
  if (!result.ok) throw unanswered(result.problem);
  const { probe } = result;
  if (probe.asked === 'version')
    writeError(
      `note: ${probe.binary} answered --version only: what follows from its release is all there is to know\n`,
    );
  writeOut(`${JSON.stringify(printed(probe), null, 2)}\n`);
  return STATUS.done;
}

/** What helps a conversion is no help here: there is nothing but the binary. */
function unanswered(problem: Diagnostic): Failure {
  const { status, message, help, code } = failureOf(problem);
  return new Failure(status, message, code === undefined ? help : (HELP[code] ?? help), code);
}

const HELP: Readonly<Record<string, string>> = {
  'qemu-not-found': 'install it, or give its path',
  'qemu-not-runnable': 'check its permissions',
  'qemu-not-qemu': 'give a system emulator such as qemu-system-x86_64',
};

/** In the order in which people ask; the version as one word, as `--qemu-version` takes it. */
function printed(probe: Probe): object {
  const {
    binary,
    version,
    package: packageText,
    arch,
    asked,
    kvm,
    machines,
    has,
    lacks,
    devices,
    cpuModels,
    cpuFeatures,
  } = probe;
  return {
    binary,
    version: formatVersion(version),
    package: packageText,
    arch,
    asked,
    kvm,
    machines: [...machines].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    capabilities: { has: [...has].sort(), lacks: [...lacks].sort() },
    devices,
    cpuModels,
    cpuFeatures,
  };
}
