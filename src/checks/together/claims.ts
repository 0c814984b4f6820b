import { imagesOf } from '../../host/guest-image';
import type { HostFacts } from '../../host/facts';
import { guestPaths } from '../../host/guest-path';
import { hctlText, scsiDeviceByNode } from '../../host/scsi';
import { pciText } from '../../model/address';
import { devicesOf } from '../../model/device';
import type { Place } from '../../model/place';
import { hostDeviceName } from '../../resolver/hostdev/identity';
import { basesOf } from '../backing';
import type { CheckInput } from '../check';
import { connectedBy } from '../connected';
import { fileOf, identityOf, openedBy, wholesOf } from '../opened';
import { passedLuns, reserves } from '../scsi/passed';
import { endpointsOf, endpointText } from '../port';
import type { Claim, GuestClaims } from './claim';

type Input = Omit<CheckInput, 'skip'>;

/** All that the guest has for itself on this host, or among guests at large: see `Claim`. */
export function claimsOf(input: Input): GuestClaims {
  const { name, uuid } = input.guest;
  return { name, uuid, claims: CLAIMS.flatMap((claims) => claims(input)) };
}

const CLAIMS: readonly ((input: Input) => Claim[])[] = [
  names,
  images,
  bases,
  paths,
  cards,
  ports,
  hostDevices,
  connections,
  vsocks,
];

function names({ guest: { at, name, uuid } }: Input): Claim[] {
  const claims = [claim(`name ${name}`, `the name '${name}'`, at.of('name'), 'rename one of the two')];
  const help = 'give one another, or remove <uuid>';
  if (uuid !== undefined) claims.push(claim(`uuid ${uuid}`, `the UUID ${uuid}`, at.of('uuid'), help));
  return claims;
}

const OWN_IMAGE = 'give each an image of its own, or <shareable/> in both if the guests can live with it';

function images({ plan, context }: Input): Claim[] {
  const reserving = new Set<unknown>(passedLuns(plan).flatMap((lun) => (reserves(lun) ? lun.device : [])));
  return openedBy(plan, context.qemu).map(({ device, path, shared, reads }) => ({
    ...imageClaim(context.host, path, device.at.of('source'), OWN_IMAGE),
    shared,
    reads,
    nexus: reserving.has(device) ? nexusOf(context.host, path) : undefined,
  }));
}

/** SAM-5 4.7.3: a reservation is of an initiator port, here one of the host's, and all guests send through it. */
function nexusOf(host: HostFacts, path: string): string {
  const device = scsiDeviceByNode(host, path);
  return typeof device === 'object' ? hctlText(device.hctl) : fileOf(host, path);
}

/** What is below an image is read as long as the guest runs. */
function bases({ guest, context: { host } }: Input): Claim[] {
  return imagesOf(guest).flatMap((image) =>
    basesOf(image, host).map(({ path }) => ({
      ...imageClaim(host, path, image.at, 'let none write to what is below an image'),
      reads: true,
    })),
  );
}

function imageClaim(host: HostFacts, path: string, at: Place, help: string): Claim {
  const wholes = wholesOf(host, path).map(fileKey);
  return { ...claim(fileKey(identityOf(host, path)), path, at, help), wholes };
}

const fileKey = (identity: string) => `file ${identity}`;

/** Files that the guest makes or writes to, and sockets that it listens on. */
function paths({ guest, context }: Input): Claim[] {
  return guestPaths(guest)
    .filter(({ use }) => use === 'write' || use === 'create' || use === 'listen')
    .map(({ at, path, what }) =>
      claim(fileKey(identityOf(context.host, path)), `${path} (${what})`, at, 'give one another path'),
    );
}

/** Names of taps that libvirt gives while a guest runs, and takes no notice of. */
const GIVEN_TAP = /^(vnet|vif|macvtap|macvlan)\d+$/;

function cards({ guest }: Input): Claim[] {
  return devicesOf(guest, 'interface').flatMap(({ at, mac, target }) => {
    const claims: Claim[] = [];
    const help = 'give one another, or remove <mac> to have one made';
    if (mac !== undefined) claims.push(claim(`mac ${mac}`, `the MAC ${mac}`, at.of('mac/@address'), help));
    const tap = target?.dev;
    if (tap !== undefined && !GIVEN_TAP.test(tap))
      claims.push(claim(`tap ${tap}`, `the interface ${tap}`, at.of('target/@dev'), 'rename one of the two'));
    return claims;
  });
}

function ports({ plan }: Input): Claim[] {
  return plan.devices.flatMap(endpointsOf).map((endpoint) => ({
    ...claim(
      `port ${endpoint.port}`,
      endpointText(endpoint),
      endpoint.at,
      "give one another port; VNC takes a free one with autoport='yes'",
    ),
    address: endpoint.address,
  }));
}

/** LUNs whose node the host tells are among the images; the others go by what the XML calls them. */
function hostDevices({ guest, plan, context: { host, qemu } }: Input): Claim[] {
  const opened = new Set<unknown>(openedBy(plan, qemu).map(({ device }) => device));
  return [
    ...devicesOf(guest, 'hostdev')
      .filter((device) => !opened.has(device) && device.source.type !== 'scsi-iscsi')
      .map((device) => ({
        ...oneOwner(hostDeviceName(device.source, host), device.at.of('source')),
        shared: device.shareable,
        reads: device.readonly,
      })),
    ...devicesOf(guest, 'interface').flatMap(({ at, source: { passed } }) =>
      passed === undefined ? [] : [oneOwner(hostDeviceName(passed, host), at.of('source'))],
    ),
    ...devicesOf(guest, 'disk').flatMap(({ source }) =>
      source?.type === 'nvme' ? [oneOwner(`PCI device ${pciText(source.pci)}`, source.at)] : [],
    ),
  ];
}

/** Storage on a network, which no node of the host tells of. */
function connections({ guest }: Input): Claim[] {
  return connectedBy(guest).map(({ source, what, shared, reads }) => ({
    ...claim(what, what, source.at, OWN_IMAGE),
    shared,
    reads,
  }));
}

const oneOwner = (name: string, at: Place) => claim(name, name, at, 'give it to one of the two');

function vsocks({ guest }: Input): Claim[] {
  return devicesOf(guest, 'vsock').flatMap(({ at, cid }) =>
    cid === undefined
      ? []
      : [
          claim(
            `cid ${cid}`,
            `the vsock address ${cid}`,
            at.of('cid/@address'),
            "give one another, or use auto='yes'",
          ),
        ],
  );
}

function claim(key: string, what: string, at: Place, help: string): Claim {
  return { key, what, at, help, shared: false, reads: false };
}
