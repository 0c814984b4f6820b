import { attributeMisplaced } from '../diagnostics/catalog';
import type { InterfaceType } from '../model/interface';
import type { XmlElement } from './element';
import { parseUuid } from './uuid';

const TYPES = ['802.1Qbg', '802.1Qbh', 'openvswitch', 'midonet'] as const;
type Type = (typeof TYPES)[number];

type Parameter = 'managerid' | 'typeid' | 'typeidversion' | 'instanceid' | 'profileid' | 'interfaceid';

const NUMBERS = { managerid: 0xff, typeid: 0xff_ffff, typeidversion: 0xff } as const;

/** What each type takes, and what it cannot be without; midonet passes over the rest (src/util/virnetdevvportprofile.c). */
const TAKES: Readonly<Record<Type, readonly Parameter[]>> = {
  '802.1Qbg': ['managerid', 'typeid', 'typeidversion', 'instanceid'],
  '802.1Qbh': ['profileid'],
  openvswitch: ['profileid', 'interfaceid'],
  midonet: ['managerid', 'typeid', 'typeidversion', 'instanceid', 'profileid', 'interfaceid'],
};
const NEEDS: Readonly<Record<Type, readonly Parameter[]>> = {
  '802.1Qbg': ['managerid', 'typeid', 'typeidversion'],
  '802.1Qbh': ['profileid'],
  openvswitch: [],
  midonet: ['interfaceid'],
};

/** LIBVIRT_IFLA_VF_PORT_PROFILE_MAX, with the zero at its end. */
const LONGEST_PROFILE = 39;

/** A network says what its ports are; other types say all of it themselves. */
const WHOLE: readonly (InterfaceType | undefined)[] = ['bridge', 'direct', 'hostdev'];

/** `<virtualport>`, of which no argument comes: only what libvirt could not read of it (src/conf/netdev_vport_profile_conf.c). */
export function checkVirtualPort(element: XmlElement, type: InterfaceType | undefined): void {
  const port = element.child('virtualport');
  const whole = WHOLE.includes(type);
  if (port === undefined || (!whole && type !== 'network')) return;
  const named = port.has('@type');
  const kind = port.choice('@type', TYPES);
  if (whole && !named) port.required('@type');
  checkValues(port);
  if (kind !== undefined) checkParameters(port, kind, whole);
}

function checkValues(port: XmlElement): void {
  const parameters = port.child('parameters');
  if (parameters === undefined) return;
  for (const [name, max] of Object.entries(NUMBERS)) parameters.anyBase(`@${name}`, { max });
  for (const name of ['instanceid', 'interfaceid']) parseUuid(parameters, `@${name}`);
  const profile = parameters.text('@profileid') ?? '';
  if (profile.length > LONGEST_PROFILE)
    parameters.invalid('@profileid', profile, `at most ${LONGEST_PROFILE} characters`);
}

function checkParameters(port: XmlElement, kind: Type, whole: boolean): void {
  for (const name of TAKES.midonet) {
    const path = `parameters/@${name}`;
    if (!port.has(path)) continue;
    if (!TAKES[kind].includes(name))
      port.report(attributeMisplaced(port.at.of(path), name, `virtual ports of another type than '${kind}'`));
  }
  if (whole) for (const name of NEEDS[kind]) port.required(`parameters/@${name}`);
}
