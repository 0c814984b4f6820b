import type { ConvertOptions } from '../convert';
import { SECTION_WORDS } from '../model/plan/section';
import { PROFILES } from '../model/profile';
import { ARCHITECTURES } from '../model/arch';
import type { TestContext } from '../resolver/options';
import { formatRelease, NEWEST_QEMU } from '../qemu/releases';
import { COLOR_CHOICES } from './color';
import { OUTPUT_FORMS } from './command-form';
import type { Surroundings } from './surroundings';
import type { ConversionValues } from './conversion-values';

/**
 * The options of a conversion, once: the command line has them as long options, batch as JSON keys in camelCase.
 */
export interface ConversionOption {
  readonly name: string;
  readonly flags: string;
  readonly about: string;
  readonly kind: 'text' | 'flag' | 'pairs' | 'list';
  readonly choices?: readonly string[];
}

/** What is converted for where no release is named, in the words of a help. */
const releaseOf = (usual: string) =>
  `convert for this QEMU release (default: ${usual}, else ${formatRelease(NEWEST_QEMU)})`;

/** The same where it is about the QEMU that a start here would take. */
export const RELEASE_HERE = releaseOf("that of the guest's emulator, or of qemu-system-ARCH in PATH");

const text = (name: string, flags: string, about: string, choices?: readonly string[]): ConversionOption => ({
  name,
  flags,
  about,
  kind: 'text',
  ...(choices === undefined ? {} : { choices }),
});

export const CONVERSION_OPTIONS: readonly ConversionOption[] = [
  text(
    'profile',
    '-p, --profile <name>',
    'what the command is for (default: standalone)',
    Object.keys(PROFILES),
  ),
  text('qemuVersion', '--qemu-version <X.Y.Z>', releaseOf("that of the guest's emulator where it is here")),
  text(
    'qemu',
    '--qemu <binary>',
    'ask this QEMU what it can do; where its release is named as well, it must be of that',
  ),
  text('arch', '--arch <name>', "QEMU's architecture (default: the guest's)", ARCHITECTURES),
  text('accel', '--accel <name>', "accelerator (default: by the domain's type)", ['kvm', 'tcg']),
  text('storage', '--storage <form>', 'how disks are written (default: drive)', ['drive', 'blockdev']),
  text('scsiPassthrough', '--scsi-passthrough <how>', 'device that passes a LUN through (default: auto)', [
    'auto',
    'block',
    'generic',
  ]),
  text('virtioLun', '--virtio-lun <how>', 'turn a virtio LUN into one on virtio-scsi', ['scsi']),
  text(
    'host',
    '--host <file>',
    "host facts captured with 'domxml2qemu host --output json'; 'none': read no host",
  ),
  text('qemuConf', '--qemu-conf <file>', "libvirt's qemu.conf"),
  {
    name: 'secret',
    flags: '--secret <usage=file>',
    about: 'the file that holds a secret, byte for byte (of Ceph in base64); repeatable',
    kind: 'pairs',
  },
  {
    name: 'network',
    flags: '--network <name=bridge>',
    about: 'the bridge of a libvirt network; repeatable',
    kind: 'pairs',
  },
  text('qmp', '--qmp <path>', 'add a QMP monitor on this socket'),
  text('monitor', '--monitor <where>', 'add a monitor for people', ['stdio']),
  { name: 'paused', flags: '--paused', about: 'start with the guest paused (-S)', kind: 'flag' },
  text('select', '--select <xpath>', 'the domain to take from a file that holds several'),
  {
    name: 'redact',
    flags: '--redact',
    about: 'for a bug report: stand-ins for names, uuids, MACs, WWNs, serials, addresses, paths',
    kind: 'flag',
  },
  { name: 'strict', flags: '--strict', about: 'warnings are errors', kind: 'flag' },
];

/** An option of the command line that takes one of a few words, and has one of them where it is not given. */
export interface Choice extends ConversionOption {
  readonly choices: readonly string[];
  readonly fallback: string;
}

export const OUTPUT: Choice = {
  name: 'output',
  flags: '-o, --output <form>',
  about: 'how the command is written',
  kind: 'text',
  choices: OUTPUT_FORMS,
  fallback: 'pretty',
};

export const COLOR: Choice = {
  name: 'color',
  flags: '--color <when>',
  about: 'when to use color',
  kind: 'text',
  choices: COLOR_CHOICES,
  fallback: 'auto',
};

/** What can be asked for by name, for the help of an option. */
export const NAMES =
  "sections (disks), devices (sda), kinds (video), parts, options (-drive), patterns ('net*')";

/** Which sections of the command line are wanted: of those commands that print one. */
export const SELECTION_OPTIONS: readonly ConversionOption[] = [
  {
    name: 'only',
    flags: '--only <names>',
    about: `only these, without the program: ${NAMES}`,
    kind: 'list',
    choices: SECTION_WORDS,
  },
  {
    name: 'without',
    flags: '--without <names>',
    about: 'all but these: display,audio',
    kind: 'list',
    choices: SECTION_WORDS,
  },
];

/** What the command line says, with what was found of QEMU and the host: in one literal, since each guest of a batch asks. */
export function convertOptions(
  values: ConversionValues,
  { program, qemu, host, qemuConf }: Surroundings,
  context: TestContext | undefined,
): ConvertOptions {
  const options: { readonly [K in keyof Required<ConvertOptions>]: ConvertOptions[K] } = {
    program,
    qemu,
    host,
    qemuConf,
    context,
    profile: values.profile,
    qemuVersion: values.qemuVersion,
    arch: values.arch,
    accel: values.accel,
    storage: values.storage,
    scsiPassthrough: values.scsiPassthrough,
    virtioLun: values.virtioLun,
    secret: values.secret,
    network: values.network,
    qmp: values.qmp,
    monitor: values.monitor,
    paused: values.paused,
    select: values.select,
    strict: values.strict,
  };
  return options;
}
