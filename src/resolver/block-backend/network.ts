import {
  sshNbdkit,
  sshPassword,
  storageProtocolUnsupported,
  storageSourceInvalid,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { HostStep } from '../../model/decision';
import type { NetworkProtocol, NetworkSource } from '../../model/storage-source';
import type { Context } from '../context';
import { missing } from '../requires';
import { shellWord } from '../../model/shell-word';

type Check = (source: NetworkSource, context: Context) => Diagnostic | undefined;

/** What a network source must say for its protocol; reported, and false, where it does not. */
export function checkNetwork(source: NetworkSource, context: Context): boolean {
  // the parser has said so
  if (source.name === undefined && source.protocol !== 'nbd') return false;
  const problem =
    HOSTS[source.protocol](source, context) ??
    transport(source, context) ??
    secretType(source, context) ??
    DETAILS[source.protocol]?.(source, context);
  if (problem) context.report(problem);
  return problem === undefined;
}

const oneHost: Check = ({ at, protocol, hosts }) =>
  hosts.length === 1
    ? undefined
    : storageSourceInvalid(
        at,
        `protocol '${protocol}' needs one <host>, not ${hosts.length}`,
        hosts.length === 0 ? "name the server, as in <host name='example.org'/>" : 'keep one of them',
      );

const someHost: Check = (source, context) => (source.hosts.length > 0 ? undefined : oneHost(source, context));

const anyHost: Check = () => undefined;

/** A protocol that QEMU gave up. */
function gone(release: string, lacks: (context: Context) => boolean): Check {
  return ({ at, protocol }, context) =>
    lacks(context)
      ? storageProtocolUnsupported(at.of('@protocol'), protocol, `QEMU dropped it in ${release}`)
      : undefined;
}

/** libvirt does not write them for a QEMU with the block graph, whenever that QEMU gave them up. */
const withBlockGraph = ({ qemu }: Context) => qemu.has('blockdev');

const tftpGone = gone('2.8', (context) =>
  context.profile.libvirtDefaults ? withBlockGraph(context) : !context.qemu.has('curl.tftp'),
);

/** libvirt 12.9 writes it for 11.1 too. */
const glusterGone = gone(
  '11.1',
  ({ profile, qemu }) => !profile.libvirtDefaults && !qemu.has('gluster') && qemu.has('blockdev'),
);

const HOSTS: { readonly [P in NetworkProtocol]: Check } = {
  nbd: oneHost,
  iscsi: oneHost,
  gluster: (source, context) => glusterGone(source, context) ?? someHost(source, context),
  http: oneHost,
  https: oneHost,
  ftp: oneHost,
  ftps: oneHost,
  tftp: (source, context) => tftpGone(source, context) ?? oneHost(source, context),
  ssh: oneHost,
  nfs: oneHost,
  rbd: anyHost,
  vxhs: gone('5.2', withBlockGraph),
  sheepdog: gone('6.0', withBlockGraph),
};

/** Protocols whose server QEMU takes as a SocketAddress (qapi/block-core.json). */
const WITH_SOCKETS: ReadonlySet<NetworkProtocol> = new Set(['nbd', 'gluster', 'sheepdog']);

/** Only the URLs of gluster had a word for RDMA, which QEMU no longer follows (QEMU block/gluster.c). */
const transport: Check = ({ protocol, hosts }, { qemu }) => {
  const rdmaOfOld = protocol === 'gluster' && !qemu.has('blockdev');
  const wrong = hosts.find(({ transport: by }) =>
    by === 'rdma' ? !rdmaOfOld : by === 'unix' && !WITH_SOCKETS.has(protocol),
  );
  return (
    wrong &&
    storageSourceInvalid(
      wrong.at.of('@transport'),
      `QEMU reaches no '${protocol}' server by transport '${wrong.transport}'`,
      "use transport='tcp'",
    )
  );
};

const SECRET_TYPES: readonly string[] = ['ceph', 'iscsi', 'volume', 'tls', 'vtpm', 'none'];
const SECRET_OF: { readonly [P in NetworkProtocol]?: string } = { iscsi: 'iscsi', rbd: 'ceph' };

/** Protocols whose drivers take no user (QEMU qapi/block-core.json BlockdevOptions*). */
const WITHOUT_LOGIN: ReadonlySet<NetworkProtocol> = new Set(['nbd', 'gluster', 'nfs', 'sheepdog', 'vxhs']);

/** The usage that a secret has in libvirt's store goes by protocol where it has a name for it. */
const secretType: Check = ({ auth, protocol }, { profile }) => {
  if (auth === undefined) return undefined;
  const { type } = auth.secret;
  const wanted = SECRET_OF[protocol];
  if (WITHOUT_LOGIN.has(protocol))
    return storageSourceInvalid(auth.at, `QEMU has no login for protocol '${protocol}'`, 'remove <auth>');
  if (type === undefined && profile.checksForLibvirt)
    return storageSourceInvalid(
      auth.secret.at,
      'libvirt asks for the type of a secret',
      `add type='${wanted ?? 'iscsi'}'`,
    );
  if (type === undefined) return undefined;
  if (wanted === undefined ? SECRET_TYPES.includes(type) : type === wanted) return undefined;
  return storageSourceInvalid(
    auth.secret.at.of('@type'),
    `protocol '${protocol}' has no secrets of type '${type}'`,
    `use type='${wanted ?? 'iscsi'}'`,
  );
};

const invalidName = (source: NetworkSource, form: string) =>
  storageSourceInvalid(
    source.at.of('@name'),
    `the name '${source.name ?? ''}' of a source of protocol '${source.protocol}' is not ${form}`,
    `write it as ${form}`,
  );

const DETAILS: { readonly [P in NetworkProtocol]?: Check } = {
  iscsi,
  gluster: (source) =>
    /^[^/]+\/./.test(source.name ?? '') ? undefined : invalidName(source, 'VOLUME/IMAGE'),
  rbd: (source) => (/^[^/]+\/./.test(source.name ?? '') ? undefined : invalidName(source, 'POOL/IMAGE')),
  nfs,
  ssh,
};

/** BlockdevOptionsIscsi has 32 bits for it. */
const LARGEST_LUN = 0xffff_ffff;

/** A URL has room for neither a login that is kept secret nor an initiator; the driver's properties came with 2.9. */
function iscsi(source: NetworkSource, { qemu }: Context): Diagnostic | undefined {
  const name = /^[^/]+(?:\/(\d+))?$/.exec(source.name ?? '');
  if (name === null || Number(name[1] ?? 0) > LARGEST_LUN) return invalidName(source, 'TARGET/LUN');
  if (source.auth)
    return missing(qemu, 'iscsi.blockdev', source.at.of('auth'), 'a login on iSCSI that is kept secret');
  return source.initiator === undefined
    ? undefined
    : missing(qemu, 'iscsi.blockdev', source.at.of('initiator'), 'an <initiator> of each iSCSI LUN');
}

/** QEMU's nfs driver has no port, and takes numbers; names are the host's to know. */
function nfs({ at, hosts, identity }: NetworkSource): Diagnostic | undefined {
  const ported = hosts.find(({ port }) => port !== undefined);
  if (ported)
    return storageSourceInvalid(
      ported.at.of('@port'),
      "protocol 'nfs' has no port to choose",
      'remove it: the server says its own',
    );
  for (const part of ['user', 'group'] as const) {
    const id = identity?.[part];
    if (id !== undefined && !/^\+?\d+$/.test(id))
      return storageSourceInvalid(
        at.of(`identity/@${part}`),
        `'${id}' is a name; QEMU needs the ${part}'s number`,
        `write the number, as in ${part}='+1000'`,
      );
  }
  return undefined;
}

/** QEMU's ssh driver logs in through ssh-agent and checks the server against the user's own known hosts. */
function ssh(
  { at, auth, hosts, identity, knownHosts }: NetworkSource,
  context: Context,
): Diagnostic | undefined {
  const server = `${auth?.username ?? identity?.username ?? 'USER'}@${hosts[0]?.name ?? 'HOST'}`;
  if (auth) return sshPassword(at.of('auth'), server);
  const asked = (['keyfile', 'agentsock'] as const).some((name) => identity?.[name] !== undefined);
  // libvirt src/conf/domain_conf.c; a login alone is of use to who has an agent
  if (!asked && identity !== undefined && !context.profile.sshAgent)
    return storageSourceInvalid(
      at.of('identity'),
      'libvirt has no key for this login',
      "add keyfile='/path/of/a/key', or agentsock='/path/of/a/socket'",
    );
  if (!asked && knownHosts === undefined) return undefined;
  if (!context.profile.sshAgent) {
    context.report(sshNbdkit(at.of(asked ? 'identity' : 'knownHosts')));
    return undefined;
  }
  sshSteps({ server, ...identity, knownHosts }).forEach(context.hostStep);
  return undefined;
}

/** QEMU has one agent for all its ssh sources: those with a key share one that is started once. */
const OWN_AGENT: HostStep = {
  what: "an ssh-agent of the guest's own must hold the keys that QEMU logs in with",
  // Without the first, an agent that does not start would have the user's own ended; without the last, nobody noticed.
  commands: ['unset SSH_AGENT_PID', 'eval "$(ssh-agent -s)"', '[ -n "${SSH_AGENT_PID-}" ]'],
  undo: ['[ -z "${SSH_AGENT_PID-}" ] || ssh-agent -k >/dev/null'],
  exports: ['SSH_AUTH_SOCK', 'SSH_AGENT_PID'],
};

interface Login {
  readonly server: string;
  readonly agentsock?: string | undefined;
  readonly keyfile?: string | undefined;
  readonly knownHosts?: string | undefined;
}

function sshSteps({ server, agentsock, keyfile, knownHosts }: Login): HostStep[] {
  const commands = [
    ...(agentsock === undefined ? [] : [`export SSH_AUTH_SOCK=${shellWord(agentsock)}`]),
    ...(keyfile === undefined ? [] : [`ssh-add -- ${shellWord(keyfile)}`]),
    ...(knownHosts === undefined ? [] : knownSteps(shellWord(knownHosts))),
  ];
  const keys = keyfile === undefined ? 'the keys of ssh-agent' : `the key ${keyfile} in ssh-agent`;
  return [
    ...(agentsock === undefined && keyfile !== undefined ? [OWN_AGENT] : []),
    {
      what: `QEMU logs in as ${server} with ${keys}, and knows the server by ~/.ssh/known_hosts`,
      commands,
      exports: agentsock === undefined ? undefined : ['SSH_AUTH_SOCK'],
    },
  ];
}

/** Lines that are there are not added again, however often the guest is started. */
function knownSteps(file: string): string[] {
  return [
    '(umask 077 && mkdir -p ~/.ssh && touch ~/.ssh/known_hosts)',
    `known=$(grep -vxFf ~/.ssh/known_hosts -- ${file} || [ $? -eq 1 ])`,
    `[ -z "$known" ] || printf '%s\\n' "$known" >> ~/.ssh/known_hosts`,
  ];
}
