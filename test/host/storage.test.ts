import type { HostFacts, StoragePool } from '../../src/host/facts';
import { networkByName } from '../../src/host/network';
import { poolByName, volumeByName } from '../../src/host/storage';

const pool: StoragePool = {
  name: 'images',
  type: 'dir',
  active: true,
  volumes: [{ name: 'a.qcow2', type: 'file', path: '/srv/a.qcow2', format: 'qcow2' }],
};

test('pools by name', () => {
  const host: HostFacts = { schema: 1, pools: [pool] };
  expect(poolByName(host, 'images')).toBe(pool);
  expect(poolByName(host, 'other')).toBe('absent');
  expect(poolByName({ schema: 1 }, 'images')).toBe('unknown');
});

test('volumes that are listed', () => {
  expect(volumeByName(pool, 'a.qcow2')?.path).toBe('/srv/a.qcow2');
  expect(volumeByName(pool, 'b.qcow2')).toBeUndefined();
});

test('volumes by the wildcard', () => {
  const any = { ...pool, anyVolume: '/v/{type}/{name}' };
  expect(volumeByName(any, 'dir+$&')).toEqual({ name: 'dir+$&', type: 'dir', path: '/v/dir/$&' });
  expect(volumeByName(any, 'x')).toEqual({ name: 'x', type: 'block', path: '/v/block/x' });
  expect(volumeByName(any, 'tape+x')).toBeUndefined();
});

test('networks, and their ports', () => {
  const network = { name: 'lan', bridge: 'br0' };
  const port = { name: 'p1', plug: 'bridge', bridge: 'br0' } as const;
  const host: HostFacts = { schema: 1, networks: [network], networkPorts: [port] };
  expect(networkByName(host, 'lan')).toEqual({ network, port: undefined });
  expect(networkByName(host, 'lan;p1')).toEqual({ network, port });
  expect(networkByName(host, 'wan')).toBe('absent');
  expect(networkByName({ schema: 1 }, 'lan')).toBe('unknown');
});
