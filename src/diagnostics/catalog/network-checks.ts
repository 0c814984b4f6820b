import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const bridgeMissing = (at: Place, bridge: string, bridges: readonly string[]) =>
  warning('bridge-missing', at, `this host has no bridge ${bridge}`, {
    notes: bridges.length === 0 ? [] : [{ message: `it has ${bridges.join(', ')}` }],
    help: `make it: ip link add ${bridge} type bridge && ip link set ${bridge} up`,
  });

export const bridgeOther = (at: Place, name: string) =>
  warning('bridge-other', at, `the interface ${name} of this host is no bridge`, {
    help: `make a bridge and put ${name} into it, or use <interface type='direct'> with libvirt`,
  });

export const bridgeDenied = (at: Place, bridge: string) =>
  warning('bridge-denied', at, `qemu-bridge-helper may not plug a guest into ${bridge}`, {
    help: `allow it: echo 'allow ${bridge}' >> /etc/qemu/bridge.conf`,
  });

export const macTwice = (at: Place, mac: string, first: Place) =>
  warning('mac-twice', at, `two network cards of the guest have the MAC ${mac}`, {
    notes: [{ message: 'it is used here first', at: first }],
    help: 'give each card a MAC of its own, or remove <mac> to have one chosen',
  });

export const macMulticast = (at: Place, mac: string, unicast: string) =>
  warning('mac-multicast', at, `${mac} is the address of a group: no card can have it as its own`, {
    help: `make its first byte even, such as ${unicast}`,
  });

export const portTwice = (at: Place, endpoint: string, first: Place) =>
  error('port-twice', at, `two parts of the guest are to listen on ${endpoint}`, {
    notes: [{ message: 'this one comes first', at: first }],
    help: 'give one of the two another port',
  });

/** `by`: undefined where this user cannot see it. */
export const portTaken = (
  at: Place,
  endpoint: string,
  { at: taken, by }: { at: string; by: { pid: number; command: string } | undefined },
) =>
  warning(
    'port-taken',
    at,
    `the guest is to listen on ${endpoint}, where ${by === undefined ? 'a process' : `${by.command} (process ${by.pid})`} already does (${taken})`,
    {
      help:
        by === undefined
          ? 'use another port; root sees which process it is: check as root, or ss -ltnp'
          : 'use another port, or stop that process first',
    },
  );
