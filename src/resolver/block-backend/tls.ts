import type { BackendObject, PlannedImage } from '../../model/plan/block-backend';
import type { NetworkSource } from '../../model/storage-source';
import type { Context } from '../context';
import { missing } from '../requires';
import { secretObject } from './secrets';

export interface PlannedTls {
  readonly tls: PlannedImage['tls'];
  readonly objects: readonly BackendObject[];
}

/**
 * Client credentials for a source that is encrypted on the wire: as the XML says, else as qemu.conf does. The
 * name that a certificate would have to have is libvirt's to write without TLS too; QEMU makes nothing of it.
 */
export function planTls(source: NetworkSource, id: string, context: Context): PlannedTls | undefined {
  const settings = tlsSettings(source, context);
  const { tlsHostname } = source;
  const isEncrypted = (source.tls ?? settings?.enabled) === true && settings !== undefined;
  if (!isEncrypted && (tlsHostname === undefined || !context.profile.libvirtDefaults)) return undefined;
  const problem =
    (isEncrypted
      ? missing(context.qemu, 'nbd-tls', source.at.of('@tls'), 'TLS for this protocol')
      : undefined) ??
    (tlsHostname === undefined
      ? undefined
      : missing(context.qemu, 'blockdev.nbd.tls-hostname', source.at.of('@tlsHostname'), "'tlsHostname'"));
  if (problem) context.report(problem);
  if (!isEncrypted) return { tls: { hostname: tlsHostname }, objects: [] };
  const key = settings.secret === '' ? undefined : { at: source.at, uuid: settings.secret };
  const password = key && secretObject(key, `${id}-secret0`, context);
  context.resource({ path: settings.dir, access: 'read', shared: true, usedBy: id });
  return {
    tls: { credentials: id, hostname: tlsHostname },
    objects: [
      ...(password ? [password] : []),
      { type: 'tls-creds-x509', id, dir: settings.dir, verifyPeer: true, passwordSecret: password?.id },
    ],
  };
}

/** Undefined: the protocol has no TLS of QEMU's (https has its own). */
function tlsSettings({ protocol }: NetworkSource, { conf }: Context) {
  if (protocol === 'nbd')
    return { enabled: conf.nbd_tls, dir: conf.nbd_tls_x509_cert_dir, secret: conf.nbd_tls_x509_secret_uuid };
  if (protocol === 'vxhs')
    return {
      enabled: conf.vxhs_tls,
      dir: conf.vxhs_tls_x509_cert_dir,
      secret: conf.vxhs_tls_x509_secret_uuid,
    };
  return undefined;
}
