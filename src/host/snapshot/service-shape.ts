import type {
  FirmwareFacts,
  FirmwareFile,
  HostNetwork,
  HostNetworkPort,
  StoragePool,
  VhostUserFacts,
  Volume,
} from '../facts';
import { absolutePath, count, flag, list, object, optional, text, word } from '../shape';

type PoolSource = NonNullable<StoragePool['source']>;
type PoolHost = NonNullable<PoolSource['hosts']>[number];

const volume = object<Volume>({
  name: text,
  type: word<Volume['type']>({
    file: true,
    block: true,
    dir: true,
    network: true,
    netdir: true,
    ploop: true,
  }),
  path: text,
  format: optional(text),
});

const poolSource = object<PoolSource>({
  hosts: optional(list(object<PoolHost>({ name: text, port: optional(count) }))),
  device: optional(text),
  format: optional(text),
  dir: optional(text),
  name: optional(text),
  initiator: optional(text),
  auth: optional(
    object<NonNullable<PoolSource['auth']>>({
      type: word<'chap' | 'ceph'>({ chap: true, ceph: true }),
      username: text,
      secretUuid: optional(text),
      secretUsage: optional(text),
    }),
  ),
});

export const storagePool = object<StoragePool>({
  name: text,
  type: text,
  active: flag,
  targetPath: optional(absolutePath),
  source: optional(poolSource),
  volumes: list(volume),
  anyVolume: optional(absolutePath),
});

export const hostNetwork = object<HostNetwork>({
  name: text,
  forward: optional(text),
  bridge: optional(text),
  address: optional(text),
  interfaces: optional(list(text)),
  functions: optional(list(text)),
  managed: optional(flag),
  virtualport: optional(text),
});

export const hostNetworkPort = object<HostNetworkPort>({
  name: text,
  plug: word<HostNetworkPort['plug']>({
    network: true,
    bridge: true,
    direct: true,
    'hostdev-pci': true,
    none: true,
  }),
  bridge: optional(text),
  dev: optional(text),
  mode: optional(text),
  pci: optional(text),
  managed: optional(flag),
  trustGuestRxFilters: optional(flag),
});

const firmwareFile = object<FirmwareFile>({ filename: absolutePath, format: text });

export const firmware = object<FirmwareFacts>({
  path: absolutePath,
  interfaces: list(text),
  device: word<FirmwareFacts['device']>({ flash: true, kernel: true, memory: true }),
  mode: optional(word<'split' | 'combined' | 'stateless'>({ split: true, combined: true, stateless: true })),
  executable: firmwareFile,
  nvramTemplate: optional(firmwareFile),
  varstoreTemplate: optional(absolutePath),
  targets: list(object<FirmwareFacts['targets'][number]>({ arch: text, machines: list(text) })),
  features: list(text),
});

export const vhostUser = object<VhostUserFacts>({
  path: absolutePath,
  type: text,
  binary: absolutePath,
  features: list(text),
});
