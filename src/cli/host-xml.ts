import { blockByPath, mountsOn } from '../host/block';
import type { HostFacts, ScsiDevice } from '../host/facts';
import { hctlText, nodesOf } from '../host/scsi';
import { isNoDevice, lunsBehind, scopeName, scopesOf, scopeText, type SetScope } from '../host/scsi-set';
import { sourceElement } from '../host/source-element';
import { stableSetOf } from '../host/stable-set';
import { stableSourceOf } from '../host/stable-source';
import type { ScsiReference } from '../model/scsi-reference';
import { shortUses, typeWord } from './host-words';

/** An element for a guest, and what is to be said of each device that it stands for. */
interface Entry {
  readonly element: string;
  readonly about: readonly string[];
}

/** What `domxml2qemu host --xml` prints: each SCSI device, target and adapter as a guest names it, by its best name. */
export function hostXml(facts: HostFacts): string {
  const luns = (facts.scsi ?? []).filter((device) => !isNoDevice(device));
  const entries = [
    ...luns.map((device) => lunEntry(facts, device)),
    ...scopesOf(facts, 'target').map((scope) => setEntry(facts, scope)),
    ...scopesOf(facts, 'host').map((scope) => setEntry(facts, scope)),
  ];
  if (entries.length === 0) return '<!-- no SCSI devices were found -->\n';
  return joined(entries).map(entryText).join('\n');
}

/** The paths of one LUN have one name, which is that of their multipath map. */
function joined(entries: readonly Entry[]): readonly Entry[] {
  const byElement = new Map<string, Entry>();
  for (const { element, about } of entries)
    byElement.set(element, { element, about: [...(byElement.get(element)?.about ?? []), ...about] });
  return [...byElement.values()];
}

function lunEntry(facts: HostFacts, device: ScsiDevice): Entry {
  const { hctl, type, vendor, model, multipath } = device;
  const stable = stableSourceOf(facts, device);
  const { host, channel, target, lun } = hctl;
  const source = stable ?? ({ by: 'address', host, bus: channel, target, lun } satisfies ScsiReference);
  const block = device.block && blockByPath(facts, device.block.path);
  return {
    element: hostdev('scsi', sourceElement(source)),
    about: [
      about([
        [`[${hctlText(hctl)}]`, typeWord(type), vendor, model].filter((part) => part !== '').join(' '),
        nodesOf(device)
          .map(({ path }) => path)
          .join(' '),
        multipath === undefined ? '' : `path of ${multipath}`,
        multipath === undefined && typeof block === 'object' ? shortUses(facts, block) : '',
        stable === undefined ? UNSTABLE : '',
      ]),
    ],
  };
}

const UNSTABLE = 'by the order of discovery: no name of it stays';

function setEntry(facts: HostFacts, scope: SetScope): Entry {
  const stable = stableSetOf(facts, scope);
  const { host, target } = scope;
  const source = stable ?? ({ by: 'address', host, bus: target?.channel, target: target?.number } as const);
  return {
    element: hostdev(target === undefined ? 'scsi_host' : 'scsi_target', sourceElement(source)),
    about: [
      about([
        target === undefined ? scopeText(facts, scope) : scopeName(scope),
        holdsRoot(facts, scope) ? 'the host runs from it: a guest that takes it is refused' : '',
        stable === undefined ? UNSTABLE : '',
      ]),
    ],
  };
}

function holdsRoot(facts: HostFacts, scope: SetScope): boolean {
  return lunsBehind(facts, scope).some(({ block }) => {
    const disk = block && blockByPath(facts, block.path);
    return typeof disk === 'object' && mountsOn(facts, disk).includes('/');
  });
}

function hostdev(type: string, source: string): string {
  return `<hostdev mode='subsystem' type='${type}'>\n  ${source}\n</hostdev>`;
}

function about(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

/** Names come from devices: none of them ends the comment or drives the terminal. */
function entryText({ element, about: lines }: Entry): string {
  const comments = lines.map((line) => `<!-- ${line.replaceAll(/-(?=-)/g, '- ')} -->`);
  return `${[...comments, element].join('\n').replace(/[^\P{C}\n]/gu, '?')}\n`;
}
