import type {
  HostFacts,
  HostProgram,
  Listening,
  PciFunction,
  QemuBuild,
  SocketOwner,
  UsbDevice,
  VirtiofsdFacts,
} from '../facts';
import { access } from './scsi-shape';
import { absolutePath, count, list, matching, object, optional, text, word } from '../shape';

const id = matching(/^[0-9a-f]{4}$/, 'four lower case hexadecimal digits');

export const usbDevice = object<UsbDevice>({
  bus: count,
  device: count,
  vendor: id,
  product: id,
  port: matching(/^\d+(\.\d+)*$/, 'ports such as 1.4'),
  name: optional(text),
  access: optional(access),
});

export const pciFunction = object<PciFunction>({
  address: matching(
    /^[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/,
    'an address such as 0000:03:00.0, in lower case',
  ),
  class: matching(/^[0-9a-f]{6}$/, 'six lower case hexadecimal digits'),
  vendor: id,
  device: id,
  driver: optional(text),
  iommuGroup: optional(count),
});

export const listening = object<Listening>({
  tcp: list(
    object<Listening['tcp'][number]>({
      address: text,
      port: count,
      owner: optional(object<SocketOwner>({ pid: count, command: text })),
    }),
  ),
  unix: list(absolutePath),
});

export const bridgeAcl = object<NonNullable<HostFacts['bridgeAcl']>>({ allow: list(text), deny: list(text) });

export const program = object<HostProgram>({ name: text, path: absolutePath });

export const virtiofsd = object<VirtiofsdFacts>({
  program: text,
  path: absolutePath,
  kind: word<VirtiofsdFacts['kind']>({ c: true, rust: true }),
});

export const qemuBuild = object<QemuBuild>({
  version: text,
  arch: optional(text),
  has: optional(list(text)),
  lacks: optional(list(text)),
});
