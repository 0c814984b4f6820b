import {
  secretEndsInNewline,
  secretFileUnusable,
  secretMissing,
  secretTooEarly,
} from '../../diagnostics/catalog';
import { nodeByPath } from '../../host/block';
import type { HostNode } from '../../host/facts';
import type { Place } from '../../model/place';
import type { BackendObject } from '../../model/plan/block-backend';
import type { SecretRef } from '../../model/storage-source';
import type { Context } from '../context';

type SecretObject = Extract<BackendObject, { type: 'secret' }>;

/** What libvirt encrypts with its master key, which exists in its memory only. */
const ENCRYPTED = {
  from: 'master-key',
  key: 'masterKey0',
  data: `${'A'.repeat(63)}=`,
  iv: `${'A'.repeat(22)}==`,
} as const;

const CEPH_KEY = "its key in base64, as 'ceph auth get-key' prints it,";

/** The object that hands a secret of libvirt's to QEMU: from the file that the user named for it. */
export function secretObject(ref: SecretRef, id: string, context: Context): SecretObject | undefined {
  const names = [ref.usage, ref.uuid].filter((name) => name !== undefined);
  // Ceph prints its keys in base64, and that is what people have in a file
  if (ref.type === 'ceph') return fromFile(names, ref.at, id, 'base64', context, CEPH_KEY);
  return fromFile(names, ref.at, id, 'raw', context, 'it, without a newline behind it (printf %s),');
}

/** HTTP cookies are in the XML itself, and must not be on a command line. */
export function cookieSecret(
  at: Place,
  name: string,
  id: string,
  context: Context,
): SecretObject | undefined {
  return fromFile([name], at, id, 'raw', context, "the cookies as 'NAME=VALUE; NAME=VALUE'");
}

function fromFile(
  names: readonly string[],
  at: Place,
  id: string,
  format: 'raw' | 'base64',
  context: Context,
  content: string,
): SecretObject | undefined {
  if (!context.qemu.has('secret')) {
    context.report(secretTooEarly(at, '2.6'));
    return undefined;
  }
  if (context.profile.masterKey) return { type: 'secret', id, content: ENCRYPTED };
  const secrets = new Map(Object.entries(context.options.secret ?? {}));
  const file = names.map((name) => secrets.get(name)).find((path) => path !== undefined);
  if (file === undefined) {
    const secret = names.map((name) => `'${name}'`).join(' or ');
    context.report(secretMissing(at, secret, names[0] ?? 'USAGE', content));
    return undefined;
  }
  checkFile(file, at, format, context);
  context.resource({ path: file, access: 'read', shared: false, usedBy: id });
  return { type: 'secret', id, content: { from: 'file', file, format } };
}

/** QEMU takes the bytes of a file as they are, but for those in base64 (QEMU crypto/secret_common.c). */
function checkFile(file: string, at: Place, format: 'raw' | 'base64', { host, report }: Context): void {
  const node = nodeByPath(host, file);
  if (node === 'unknown') return;
  const problem = node === 'absent' ? 'is not there' : problemOf(node);
  if (problem !== undefined) report(secretFileUnusable(at, file, problem));
  else if (format === 'raw' && typeof node === 'object' && node.endsInNewline === true)
    report(secretEndsInNewline(at, file));
}

function problemOf({ kind, size, access }: HostNode): string | undefined {
  if (kind === 'directory') return 'is a folder';
  if (kind === 'unreadable' || access === 'none') return 'may not be read by this user';
  return size === 0 ? 'is empty' : undefined;
}
