import type { MachineName } from '../machine-version';
import type { Release } from './family';

/** Which upstream release a distribution's machine type is made of, and whose it is. */
export interface Vendor {
  /** As one calls it: `Ubuntu`, `RHEL`. */
  readonly name: string;
  readonly release: Release;
}

/** Ubuntu names its types after its own releases: which QEMU each came with (`-machine help` of those since 16.04). */
const UBUNTU: Readonly<Record<string, Release>> = {
  trusty: '2.0',
  utopic: '2.1',
  vivid: '2.2',
  wily: '2.3',
  xenial: '2.5',
  yakkety: '2.6',
  zesty: '2.8',
  artful: '2.10',
  bionic: '2.11',
  cosmic: '2.12',
  disco: '3.1',
  eoan: '4.0',
  focal: '4.2',
  groovy: '5.0',
  hirsute: '5.2',
  impish: '6.0',
  jammy: '6.2',
  kinetic: '7.0',
  lunar: '7.2',
  mantic: '8.0',
  noble: '8.2',
  oracular: '9.0',
  plucky: '9.2',
  questing: '10.1',
  resolute: '10.2',
};

/** RHEL and CentOS Stream count as the distribution does, from each of its releases on (qemu-kvm's hw/i386/pc_q35.c). */
const RHEL: readonly (readonly [rhel: Release, qemu: Release])[] = [
  ['7.0', '1.5'],
  ['7.1', '2.1'],
  ['7.2', '2.3'],
  ['7.3', '2.6'],
  ['7.4', '2.9'],
  ['7.5', '2.10'],
  ['7.6', '2.12'],
  ['8.0', '3.1'],
  ['8.1', '4.1'],
  ['8.2', '4.2'],
  ['8.3', '5.1'],
  ['8.4', '5.2'],
  ['8.5', '6.0'],
  ['8.6', '6.2'],
  ['9.2', '7.2'],
  ['9.4', '8.2'],
  ['9.6', '9.1'],
];

/** The distribution behind a machine type's name; undefined: upstream's, or of one that is not known here. */
export function vendorOf({ vendor, version }: MachineName): Vendor | undefined {
  if (vendor === undefined) return undefined;
  if (vendor === 'rhel' && version !== undefined) {
    const { major, minor } = version;
    const found = RHEL.findLast(([rhel]) => isUpTo(rhel, major, minor));
    return found && { name: 'RHEL', release: found[1] };
  }
  // `noble-v2`, `jammy-hpb-maxcpus`: what differs from the type of that release
  const [word = ''] = vendor.split('-');
  const release = Object.hasOwn(UBUNTU, word) ? UBUNTU[word] : undefined;
  return release && { name: 'Ubuntu', release };
}

function isUpTo(release: Release, major: number, minor: number): boolean {
  const [of = 0, at = 0] = release.split('.').map(Number);
  return of < major || (of === major && at <= minor);
}
