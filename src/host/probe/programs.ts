import type { HostFacts, HostProgram } from '../facts';
import type { Files } from './files';

/** Where a shell finds programs, and where distributions put those that only QEMU and libvirt call. */
const PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
const HELPERS = ['/usr/lib/qemu', '/usr/libexec', '/usr/libexec/qemu', '/usr/lib/libvirt'];

const WANTED =
  /^(qemu-system-\w+|qemu-kvm|qemu-bridge-helper|qemu-pr-helper|swtpm|virtiofsd|passt|nbdkit|ivshmem-server|vhost-user-gpu)$/;

/** Emulators and companions, the first of each name. `path` is the PATH of this process. */
export function readPrograms(files: Files, path: string | undefined): readonly HostProgram[] {
  const folders = [
    ...(path?.split(':').filter((folder) => folder.startsWith('/')) ?? []),
    ...PATH,
    ...HELPERS,
  ];
  const found = new Map<string, string>();
  for (const folder of new Set(folders))
    for (const name of files.names(folder))
      if (WANTED.test(name) && !found.has(name)) found.set(name, `${folder}/${name}`);
  return [...found].map(([name, at]) => ({ name, path: at })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What qemu-bridge-helper's ACL allows (QEMU qemu-bridge-helper.c); `all` for every bridge. Undefined: not to be read. */
export function readBridgeAcl(files: Files): HostFacts['bridgeAcl'] {
  const file = '/etc/qemu/bridge.conf';
  const rules = aclRules(files, file, 3);
  if (rules === undefined) return files.whyNot(file) === 'ENOENT' ? { allow: [], deny: [] } : undefined;
  const named = (verb: string) => rules.filter((rule) => rule.verb === verb).map(({ bridge }) => bridge);
  return { allow: named('allow'), deny: named('deny') };
}

function aclRules(
  files: Files,
  file: string,
  depth: number,
): readonly { readonly verb: string; readonly bridge: string }[] | undefined {
  const text = files.text(file);
  if (text === undefined) return undefined;
  return text.split('\n').flatMap((line) => {
    const [, verb = '', word = ''] = /^\s*(\w+)\s+(\S+)/.exec(line) ?? [];
    if (verb === 'include') return depth > 0 ? (aclRules(files, word, depth - 1) ?? []) : [];
    return verb === 'allow' || verb === 'deny' ? [{ verb, bridge: word }] : [];
  });
}
