import { socketPart } from '../../model/socket-path';
import { tpmStatePath } from '../../diagnostics/catalog';
import { fileName } from '../../model/file-name';
import type { Domain } from '../../model/domain';
import type { PlannedChardev } from '../../model/plan/chardev';
import type { Tpm, TpmEmulator } from '../../model/tpm';
import { secretObject } from '../block-backend/secrets';
import type { Context } from '../context';
import { shortName } from '../guest/paths';
import { shellWord } from '../../model/shell-word';

/** Where the TPM of a guest keeps what it must not forget. */
interface State {
  /** As swtpm_setup wants it. */
  readonly uri: string;
  /** As swtpm wants it. */
  readonly option: string;
  /** What must be there before. */
  readonly folder: string;
}

/** swtpm is the TPM, in a process of its own; QEMU knows its socket only. */
export function planEmulator(
  device: Tpm,
  backend: TpmEmulator,
  guest: Domain,
  context: Context,
): PlannedChardev {
  const path = socketOf(guest, context);
  const state = stateOf(device, backend, guest, context);
  const password = context.profile.masterKey ? undefined : passwordFile(device, backend, context);
  context.hostStep({
    what: "the state of the guest's TPM must be made once, with its keys and certificates",
    commands: setupCommands(backend, state, password),
  });
  context.companion({
    name: 'swtpm',
    argv: serverArgs(backend, state, path, password),
    socket: path,
    reason: `it is the TPM ${backend.version ?? ''} of the guest`,
  });
  context.resource({ path, access: 'read-write', shared: false, usedBy: device.alias ?? '' });
  return { id: 'chrtpm', backend: 'socket', properties: { path }, descriptors: [] };
}

function socketOf(guest: Domain, { profile, host }: Context): string {
  if (!profile.daemonFolders) return `/run/swtpm-${socketPart(fileName(guest.name))}.sock`;
  return host.tpm?.socket ?? `/var/run/libvirt/qemu/swtpm/${shortName(guest)}-swtpm.sock`;
}

/** libvirt's folder where the XML names none: a TPM that libvirt made is found again. */
function stateOf({ at, alias = '' }: Tpm, backend: TpmEmulator, guest: Domain, context: Context): State {
  const { source, version } = backend;
  if (source !== undefined && !/^\/[^,]*$/.test(source.path))
    context.report(tpmStatePath(at.of('backend/source'), source.path));
  if (source?.type === 'file')
    return {
      uri: `file://${source.path}`,
      option: `backend-uri=file://${source.path}`,
      folder: source.path.replace(/\/[^/]*$/, ''),
    };
  const folder =
    source?.path ??
    `/var/lib/libvirt/swtpm/${guest.uuid ?? stateName(guest.name)}/${version === '2.0' ? 'tpm2' : 'tpm1.2'}`;
  if (source === undefined)
    context.decide({
      subject: alias,
      value: folder,
      reason: "the XML names no place for the TPM's state: this is libvirt's",
      at,
    });
  return { uri: `dir://${folder}`, option: `dir=${folder}`, folder };
}

/** A comma would begin an option of swtpm's; any other name is libvirt's folder of it. */
const stateName = (name: string) => (name.includes(',') ? fileName(name) : name);

function passwordFile({ at }: Tpm, { secret }: TpmEmulator, context: Context): string | undefined {
  if (secret === undefined) return undefined;
  const place = at.of('backend/encryption/@secret');
  const content = secretObject({ at: place, uuid: secret }, 'tpm-key', context)?.content;
  return content?.from === 'file' ? content.file : undefined;
}

/** swtpm_setup and swtpm by their manual pages; the choices are libvirt's (src/qemu/qemu_tpm.c). */
function setupCommands(backend: TpmEmulator, state: State, password: string | undefined): string[] {
  const { pcrBanks, profile } = backend;
  const setup = ['swtpm_setup', ...(backend.version === '2.0' ? ['--tpm2'] : []), '--tpmstate', state.uri];
  const key = password === undefined ? [] : ['--pwdfile', password, '--cipher', 'aes-256-cbc'];
  const banks = pcrBanks.length === 0 ? [] : ['--pcr-banks', pcrBanks.join(',')];
  const make = [
    ...setup,
    '--createek',
    '--create-ek-cert',
    '--create-platform-cert',
    '--lock-nvram',
    '--not-overwrite',
    ...key,
    ...banks,
    ...(profile?.source === undefined ? [] : ['--profile-name', profile.source]),
    ...(profile?.removeDisabled === undefined ? [] : ['--profile-remove-disabled', profile.removeDisabled]),
  ];
  const commands = [
    ['mkdir', '-p', state.folder],
    make,
    ...(banks.length === 0 ? [] : [[...setup, '--reconfigure', ...key, ...banks]]),
  ];
  return commands.map((words) => words.map(shellWord).join(' '));
}

function serverArgs(
  { version, debug }: TpmEmulator,
  { option }: State,
  socket: string,
  password: string | undefined,
): string[] {
  return [
    'swtpm',
    'socket',
    ...(version === '2.0' ? ['--tpm2'] : []),
    '--tpmstate',
    `${option},mode=0600`,
    '--ctrl',
    `type=unixio,path=${socket},mode=0600`,
    ...(debug === undefined || debug === 0 ? [] : ['--log', `level=${debug}`]),
    ...(password === undefined ? [] : ['--key', `pwdfile=${password},mode=aes-256-cbc`]),
    '--terminate',
  ];
}
