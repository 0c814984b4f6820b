/** What is said of properties: for all that cases come to, and of attributes that there are. */
import { explain } from '../../src/explain';
import { AUDIO_PROPERTIES } from '../../src/explainer/property/audio';
import { COMMON_PROPERTIES } from '../../src/explainer/property/common';
import { CPU_PROPERTIES } from '../../src/explainer/property/cpu';
import {
  CONTROLLER_PROPERTIES,
  DEVICE_PROPERTIES,
  DISPLAY_PROPERTIES,
  PORT_PROPERTIES,
} from '../../src/explainer/property/device';
import { DISK_PROPERTIES } from '../../src/explainer/property/disk';
import type { PropertyTable } from '../../src/explainer/property/facts';
import { FILESYSTEM_PROPERTIES } from '../../src/explainer/property/filesystem';
import { GUEST_PROPERTIES } from '../../src/explainer/property/guest';
import { HOSTDEV_PROPERTIES } from '../../src/explainer/property/hostdev';
import { INTERFACE_PROPERTIES } from '../../src/explainer/property/interface';
import { MEMORY_PROPERTIES, MODULE_PROPERTIES, NUMA_PROPERTIES } from '../../src/explainer/property/memory';
import { PLATFORM_PROPERTIES } from '../../src/explainer/property/platform';
import { KINDS as KIND_WORDS } from '../../src/explainer/subject/kinds';
import { namesIn } from '../../src/parser/vocabulary';
import { caseFolders, guestOf, optionsOf, profilesOf, readCase } from '../case';

test('every property that a case comes to is described', () => {
  const silent = new Set<string>();
  let count = 0;
  for (const folder of caseFolders())
    for (const { given } of profilesOf(readCase(folder)))
      for (const version of given.qemu)
        for (const group of explain(guestOf(folder), optionsOf(folder, given, version)).explanation?.groups ??
          [])
          for (const { option, properties } of group.arguments)
            for (const { name, about } of properties) {
              count++;
              if (about === undefined) silent.add(`${group.subject} ${option} ${name}`);
            }
  expect(count).toBeGreaterThan(10_000);
  expect([...silent].sort()).toEqual([]);
});

const KINDS = Object.keys(KIND_WORDS);

/** Whether each step of a path may be in the one before it. */
function isRead(path: string, start: readonly string[]): boolean {
  let owners = start;
  for (const step of path.split('/')) {
    const name = step.replace('@', '');
    if (owners.includes('domain') && name === 'devices') {
      owners = ['devices'];
      continue;
    }
    const what = step.startsWith('@') ? 'attributes' : 'elements';
    const known = owners.includes('devices') ? KINDS : owners.flatMap((owner) => namesIn(owner, what));
    if (!known.includes(name)) return false;
    owners = [name];
  }
  return true;
}

const unread = (tables: readonly PropertyTable[], ...start: string[]) =>
  tables
    .flatMap((table) => Object.values(table))
    .flatMap(({ paths = [] }) => paths)
    .filter((path) => !isRead(path, start));

test.each<[of: string, tables: readonly PropertyTable[], start: readonly string[]]>([
  ['disks', [DISK_PROPERTIES], ['disk']],
  ['devices of the host', [HOSTDEV_PROPERTIES], ['hostdev', 'disk']],
  ['network cards', [INTERFACE_PROPERTIES], ['interface', 'hostdev']],
  ['controllers', [CONTROLLER_PROPERTIES], ['controller']],
  ['ports', [PORT_PROPERTIES], ['serial', 'channel', 'smartcard', 'redirdev']],
  ['screens', [DISPLAY_PROPERTIES], ['graphics', 'video']],
  ['audio', [AUDIO_PROPERTIES], ['audio', ...KINDS]],
  ['folders', [FILESYSTEM_PROPERTIES], ['filesystem', ...KINDS]],
  ['memory modules', [MODULE_PROPERTIES], ['memory']],
  ['other devices', [DEVICE_PROPERTIES, COMMON_PROPERTIES], KINDS],
  [
    'the guest',
    [
      CPU_PROPERTIES,
      MEMORY_PROPERTIES,
      NUMA_PROPERTIES,
      ...Object.values(GUEST_PROPERTIES),
      ...Object.entries(PLATFORM_PROPERTIES).flatMap(([part, table]) => (part === 'firmware' ? [] : [table])),
    ],
    ['domain'],
  ],
])('every path of %s is one that the parser asks for', (_, tables, start) => {
  expect(unread(tables, ...start)).toEqual([]);
});
