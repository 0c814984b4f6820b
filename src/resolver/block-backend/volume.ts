import { volumeUnknown } from '../../diagnostics/catalog';
import type { StoragePool, Volume } from '../../host/facts';
import { poolByName, volumeByName } from '../../host/storage';
import type { DirectSource } from '../../model/plan/block-backend';
import type { NetworkSource, StorageSource, VolumeSource } from '../../model/storage-source';
import type { Context } from '../context';

/** What QEMU can open itself: a volume becomes what its pool says. Undefined after a report, and for vhost-user. */
export function locateSource(source: StorageSource, context: Context): DirectSource | undefined {
  if (source.type === 'vhostuser') return undefined;
  return source.type === 'volume' ? locateVolume(source, context) : source;
}

/** libvirt src/conf/storage: the volume of an active pool, by the kind of the pool. */
function locateVolume(source: VolumeSource, context: Context): DirectSource | undefined {
  const fail = (part: string, why: string) => {
    context.report(volumeUnknown(source.at.of(part), why));
    return undefined;
  };
  const pool = poolByName(context.host, source.pool ?? '');
  if (pool === 'unknown' || pool === 'absent')
    return fail('@pool', `storage pool '${source.pool ?? ''}' is not known here`);
  if (!pool.active) return fail('@pool', `storage pool '${pool.name}' is not active`);
  const volume = volumeByName(pool, source.volume ?? '');
  if (volume === undefined)
    return fail('@volume', `storage pool '${pool.name}' has no volume '${source.volume ?? ''}'`);
  if (source.mode !== undefined && !isIscsi(pool))
    return fail(
      '@mode',
      `mode '${source.mode}' is only for iSCSI pools, '${pool.name}' is of type '${pool.type}'`,
    );
  if (isIscsi(pool) && source.mode !== 'host' && (source.mode === 'direct' || pool.type === 'iscsi-direct'))
    return iscsiLun(source, pool, volume);
  return volumePath(source, volume) ?? fail('@volume', `volumes of type '${volume.type}' have no path`);
}

const isIscsi = ({ type }: StoragePool) => type === 'iscsi' || type === 'iscsi-direct';

function volumePath(source: VolumeSource, { type, path }: Volume): DirectSource | undefined {
  const { pool: _pool, volume: _volume, mode: _mode, ...common } = source;
  return type === 'file' || type === 'block' || type === 'dir' ? { ...common, type, path } : undefined;
}

/** A volume `unit:0:0:3` of an iSCSI pool is LUN 3 of its target; the pool's login counts, not the disk's. */
function iscsiLun(source: VolumeSource, pool: StoragePool, volume: Volume): NetworkSource {
  const { pool: _pool, volume: _volume, mode: _mode, ...common } = source;
  const lun = volume.name.split(':').at(-1) ?? '0';
  const auth = pool.source?.auth;
  return {
    ...common,
    type: 'network',
    protocol: 'iscsi',
    name: `${pool.source?.device ?? ''}/${lun}`,
    hosts: (pool.source?.hosts ?? [])
      .slice(0, 1)
      .map(({ name, port }) => ({ at: source.at, transport: 'tcp', name, port })),
    initiator: pool.source?.initiator,
    cookies: [],
    auth: auth && {
      at: source.at,
      username: auth.username,
      secret: { at: source.at, type: 'iscsi', uuid: auth.secretUuid, usage: auth.secretUsage },
    },
  };
}
