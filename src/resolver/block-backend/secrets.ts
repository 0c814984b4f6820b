import { secretMissing, secretTooEarly } from '../../diagnostics/catalog';
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

/** The object that hands a secret of libvirt's to QEMU: from the file that the user named for it. */
export function secretObject(ref: SecretRef, id: string, context: Context): SecretObject | undefined {
  const names = [ref.usage, ref.uuid].filter((name) => name !== undefined);
  // Ceph prints its keys in base64, and that is what people have in a file
  return fromFile(names, ref.at, id, ref.type === 'ceph' ? 'base64' : 'raw', context);
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
  content = 'it',
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
  context.resource({ path: file, access: 'read', shared: false, usedBy: id });
  return { type: 'secret', id, content: { from: 'file', file, format } };
}
