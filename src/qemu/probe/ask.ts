import { ARCHITECTURES } from '../../model/arch';
import { archInName } from '../architectures';
import { namesCpuModels } from '../cpu-models';
import { PROBE_FORMAT, type Probe } from '../probed';
import { readVersionOutput, type BinaryVersion } from '../version';
import { decide, namesOf, readMachines, readOptions, typesToAsk, type Answers } from './answers';
import { startHeld } from './held';
import { hostArch } from './host-arch';
import { askKvm } from './kvm';
import { isObject, objects, textOf, withQmp, type Json, type Qmp } from './qmp';
import { readSchema } from './schema';

export { NoQmp } from './qmp';

/** Asks a binary over QMP all that the evidence needs. Throws NoQmp where there is no QMP to be had. */
export async function askQmp(binary: string, timeout: number): Promise<Probe> {
  return withQmp(binary, timeout, async (qmp) => {
    const target = await qmp.ask('query-target');
    const arch = archOf(isObject(target) ? textOf(target['arch']) : undefined, binary);
    const answers = await gather(qmp);
    return {
      format: PROBE_FORMAT,
      binary,
      ...greetedVersion(qmp),
      arch,
      asked: 'qmp',
      kvm: await askKvm((command) => qmp.ask(command)),
      machines: answers.machines,
      ...decide(answers, arch),
      devices: [
        ...namesOf(await qmp.ask('qom-list-types', { implements: 'device', abstract: false })),
      ].sort(),
      cpuModels: [...namesOf(await qmp.ask('query-cpu-definitions'))].sort(),
      cpuFeatures: await cpuFeatures(qmp, arch),
    };
  });
}

async function gather(qmp: Qmp): Promise<Answers> {
  const machines = readMachines(await qmp.ask('query-machines'));
  const types = namesOf(await qmp.ask('qom-list-types', { abstract: false }));
  const properties = new Map<string, ReadonlySet<string>>();
  for (const typename of typesToAsk(machines)) {
    if (!types.has(typename)) continue;
    const device = await qmp.ask('device-list-properties', { typename });
    const answer = device ?? (await qmp.ask('qom-list-properties', { typename }));
    if (answer !== undefined) properties.set(typename, namesOf(answer));
  }
  const schema = readSchema(await qmp.ask('query-qmp-schema'));
  const options = readOptions(await qmp.ask('query-command-line-options'));
  return { types, properties, schema, options, machines };
}

/** The switches of the model that has them all. */
async function cpuFeatures(qmp: Qmp, arch: string): Promise<readonly string[] | undefined> {
  if (!namesCpuModels(arch)) return undefined;
  const properties = objects(await qmp.ask('qom-list-properties', { typename: `max-${arch}-cpu` }));
  const switches = properties.filter(({ type }) => type === 'bool');
  return switches.map(({ name }) => textOf(name) ?? '').sort();
}

function greetedVersion({ greeting }: Qmp): { version: BinaryVersion; package?: string | undefined } {
  const version = isObject(greeting['version']) ? greeting['version'] : {};
  const { major, minor, micro } = isObject(version['qemu']) ? version['qemu'] : {};
  return {
    version: { major: numberOf(major), minor: numberOf(minor), micro: numberOf(micro) },
    // QEMU before 4.1 puts the parentheses in.
    package: textOf(version['package'])?.replace(/^ ?\((.*)\)$/, '$1'),
  };
}

const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

/** What `--version` says, for a binary that speaks no QMP; undefined where it is no QEMU. */
export async function askVersion(binary: string, timeout: number): Promise<Probe | undefined> {
  const said = await outputOf(binary, ['--version'], timeout);
  const build = readVersionOutput(said);
  if (build === undefined) return undefined;
  const nothing = { machines: [], has: [], lacks: [], devices: [] };
  return { format: PROBE_FORMAT, binary, ...build, arch: archByName(binary), asked: 'version', ...nothing };
}

/** Characters that an answer to --version may have: what writes on and on is no QEMU. */
const LONGEST = 65_536;

async function outputOf(binary: string, args: readonly string[], timeout: number): Promise<string> {
  const { child, end } = startHeld(binary, args, timeout);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.length > LONGEST) end();
  });
  return new Promise((done) => child.on('error', () => done('')).on('close', () => done(said)));
}

/** QEMU 11.1 says mips64 of `qemu-system-mips64el`, and so of all whose names end with their byte order. */
function archOf(told: string | undefined, binary: string): string {
  const named = archByName(binary);
  const ordered = (named === `${told}el` || named === `${told}eb`) && ARCHITECTURES.includes(named);
  return ordered ? named : (told ?? named);
}

/** `qemu-system-aarch64` emulates aarch64; `qemu-kvm` and `kvm` what this host is. */
function archByName(binary: string): string {
  return archInName(binary) ?? hostArch();
}
