import { vcpuInvalid } from '../diagnostics/catalog';
import type { Place } from '../model/place';
import { UINT } from '../model/number';
import type { XmlElement } from './element';
import { numberSet } from './numa';
import { parseScaledSize } from './scaled-size';

const BOTH = 'both';
const ONE = 'keep one of the two';
const APART = 'give each vCPU to one of them';

/**
 * `<cachetune>`, `<memorytune>` and `<energytune>`, of which no argument comes: only what libvirt could not read of them, or that
 * contradicts itself (src/conf/domain_conf.c virDomainCachetuneDefParse, virDomainMemorytuneDefParse).
 */
export function checkResctrl(cputune: XmlElement): void {
  const groups: (readonly number[])[] = [];
  for (const tune of cputune.children('cachetune')) {
    const vcpus = vcpusOf(tune, '@vcpus');
    checkCaches(tune);
    checkMonitors(tune, vcpus);
    const same = groups.some((other) => overlaps(other, vcpus));
    // an empty one is none
    if (tune.has('cache') || tune.has('monitor')) {
      if (same) tune.report(vcpuInvalid(tune.at.of('@vcpus'), 'two parts of the cache have one vCPU', APART));
      groups.push(vcpus);
    }
  }
  checkMemory(cputune, groups);
  checkMixed(cputune);
  for (const tune of cputune.children('energytune')) checkMonitors(tune, vcpusOf(tune, '@vcpus'), false);
}

/** The first part that shares out something; an empty one is none. */
export function firstResctrl(cputune: XmlElement): Place | undefined {
  const shares = ['cache', 'monitor', 'node'];
  return [...cputune.children('cachetune'), ...cputune.children('memorytune')].find((tune) =>
    shares.some((name) => tune.has(name)),
  )?.at;
}

/** libvirt src/conf/domain_conf.c: a group is of the whole process, or groups are of vCPUs. */
function checkMixed(cputune: XmlElement): void {
  const tunes = [...cputune.children('cachetune'), ...cputune.children('memorytune')];
  const whole = tunes.find((tune) => !tune.has('@vcpus'));
  if (whole !== undefined && tunes.some((tune) => tune.has('@vcpus')))
    whole.report(
      vcpuInvalid(whole.at, 'it is of the whole process, where others are of some vCPUs', 'name its vcpus'),
    );
}

function checkCaches(tune: XmlElement): void {
  const taken: { readonly place: string; readonly type: string }[] = [];
  for (const cache of tune.children('cache')) {
    for (const name of ['@id', '@level', '@type', '@size']) cache.required(name);
    const [id, level] = ['@id', '@level'].map((path) => cache.integer(path, { max: UINT }));
    const type = cache.choice('@type', [BOTH, 'code', 'data']) ?? BOTH;
    parseScaledSize(cache, '@size', 1);
    const place = `${id}/${level}`;
    if (taken.some((other) => other.place === place && (other.type === type || hasBoth(other.type, type))))
      cache.report(vcpuInvalid(cache.at, 'a part of this cache is taken here before', ONE));
    taken.push({ place, type });
  }
}

const hasBoth = (...types: readonly string[]) => types.includes(BOTH);

/** One may watch all vCPUs of its part, or some of them that no other of these watches. */
function checkMonitors(tune: XmlElement, vcpus: readonly number[], ofCache = true): void {
  const watched: (readonly number[])[] = [];
  for (const monitor of tune.children('monitor')) {
    if (ofCache) checkLevel(monitor);
    const own = monitor.has('@vcpus') ? vcpusOf(monitor, '@vcpus') : vcpus;
    const all = isSame(own, vcpus);
    const others = watched.filter((other) => isSame(other, own) || !(all || isSame(other, vcpus)));
    if (!own.every((id) => vcpus.includes(id)))
      monitor.report(vcpuInvalid(monitor.at.of('@vcpus'), 'it watches a vCPU of another part', APART));
    else if (others.some((other) => overlaps(other, own)))
      monitor.report(vcpuInvalid(monitor.at.of('@vcpus'), 'two monitors watch one vCPU', APART));
    watched.push(own);
  }
}

function checkLevel(monitor: XmlElement): void {
  monitor.required('@level');
  const level = monitor.integer('@level', { max: UINT });
  if (level !== undefined && level !== 3) monitor.invalid('@level', `${level}`, '3');
}

/** vCPUs with a part of the cache may have a part of the bandwidth, if they are the same ones. */
function checkMemory(cputune: XmlElement, caches: readonly (readonly number[])[]): void {
  const groups = caches.map((vcpus) => ({ vcpus, nodes: new Set<number>() }));
  for (const tune of cputune.children('memorytune')) {
    const vcpus = vcpusOf(tune, '@vcpus');
    const same = groups.find((group) => isSame(group.vcpus, vcpus));
    if (same === undefined && tune.has('node') && groups.some((group) => overlaps(group.vcpus, vcpus)))
      tune.report(vcpuInvalid(tune.at.of('@vcpus'), 'two parts of the host have one vCPU', APART));
    const nodes = same?.nodes ?? new Set<number>();
    for (const node of tune.children('node')) checkNode(node, nodes);
    if (same === undefined && tune.has('node')) groups.push({ vcpus, nodes });
  }
}

function checkNode(node: XmlElement, seen: Set<number>): void {
  for (const name of ['@id', '@bandwidth']) node.required(name);
  const id = node.integer('@id', { max: UINT });
  node.integer('@bandwidth', { max: UINT });
  if (id === undefined) return;
  if (seen.has(id)) node.report(vcpuInvalid(node.at.of('@id'), `node ${id} is limited twice`, ONE));
  seen.add(id);
}

/** All threads of the emulator, with those of its vCPUs (libvirt 12.4). */
const WHOLE = [-1];

function vcpusOf(element: XmlElement, path: string): readonly number[] {
  if (!element.has(path)) return WHOLE;
  element.required(path);
  return element.text(path) === undefined ? [] : (numberSet(element, path, 0) ?? []);
}

const overlaps = (some: readonly number[], others: readonly number[]) =>
  some.some((one) => others.includes(one));
const isSame = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((one) => others.includes(one));
