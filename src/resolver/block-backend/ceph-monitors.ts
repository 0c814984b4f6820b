import type { DirectSource } from '../../model/plan/block-backend';
import type { Context } from '../context';

/** libvirt knows no port of Ceph's monitors and writes 0 (src/conf/storage_source_conf.c virStorageSourceNetworkDefaultPort). */
export function withMonitorPorts(source: DirectSource, { profile }: Context): DirectSource {
  if (source.type !== 'network' || source.protocol !== 'rbd' || !profile.libvirtDefaults) return source;
  return { ...source, hosts: source.hosts.map((host) => ({ ...host, port: host.port ?? 0 })) };
}
