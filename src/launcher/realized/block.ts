import type { Properties } from '../../emitter/args';
import { isObject, objects, type Json, type JsonObject } from '../../qemu/probe/qmp';
import type { Asked, Expectation } from './expectation';

type Read = (inserted: JsonObject) => Json | undefined;

const readOnly: Read = ({ ro }) => ro;
const cacheFlag =
  (name: string): Read =>
  ({ cache }) =>
    isObject(cache) ? cache[name] : undefined;

/** One -drive: what it opens and how (QEMU qapi/block-core.json, BlockDeviceInfo). */
export function driveExpectations(properties: Properties): Expectation[] {
  const { id, file, cache, media, snapshot } = properties;
  if (typeof id !== 'string') return [];
  const about = expect(
    id,
    async (qemu) =>
      objects(await qemu.query('query-block')).find(({ device }) => device === id)?.['inserted'],
  );
  if (file === undefined && !Object.keys(properties).some((name) => name.startsWith('file.'))) return [];
  return [
    ...(plainFile(file) ? [about('file', file, (inserted) => fileOf(inserted, snapshot === true))] : []),
    about('readonly', properties['readonly'] === true || media === 'cdrom', readOnly),
    ...(snapshot === true ? [] : cacheExpectations(about, cache)),
  ];
}

/** What `snapshot=on` writes to is cached in a way of its own (QEMU block.c, bdrv_temp_snapshot_options). */
function cacheExpectations(about: About, cache: Properties[string]): Expectation[] {
  return [
    about('cache.direct', cache === 'none' || cache === 'directsync', cacheFlag('direct')),
    about('cache.no-flush', cache === 'unsafe', cacheFlag('no-flush')),
  ];
}

/** One -blockdev. */
export function nodeExpectations(properties: Properties): Expectation[] {
  const { driver, filename, cache } = properties;
  const id = properties['node-name'];
  if (typeof id !== 'string') return [];
  const about = expect(id, async (qemu) =>
    objects(await qemu.query('query-named-block-nodes', { flat: true })).find(
      (node) => node['node-name'] === id,
    ),
  );
  const flags =
    typeof cache === 'object' && cache !== null && !Array.isArray(cache) ? (cache as Properties) : {};
  return [
    about('driver', driver, ({ drv }) => drv),
    ...(plainFile(filename) ? [about('filename', filename, ({ file }) => file)] : []),
    // QEMU opens such a node as what is above it asks for.
    ...(properties['auto-read-only'] === true
      ? []
      : [about('read-only', properties['read-only'] === true, readOnly)]),
    ...Object.entries(flags).map(([name, value]) => about(`cache.${name}`, value, cacheFlag(name))),
  ];
}

/**
 * The image that QEMU opened. Where its name alone does not say how, QEMU tells it as the options of its nodes (block.c,
 * bdrv_refresh_filename); with `snapshot=on` it lies below a file of QEMU's own.
 */
function fileOf({ file }: JsonObject, snapshot: boolean): Json | undefined {
  const node = nodeOf(file);
  return filenameOf(snapshot && isObject(node) && node['backing'] !== undefined ? node['backing'] : node);
}

function nodeOf(name: Json | undefined): Json | undefined {
  if (typeof name !== 'string' || !name.startsWith('json:')) return name;
  try {
    return JSON.parse(name.slice('json:'.length)) as Json;
  } catch {
    return name;
  }
}

function filenameOf(name: Json | undefined): Json | undefined {
  const node = nodeOf(name);
  return isObject(node) ? (node['filename'] ?? filenameOf(node['file'])) : node;
}

/** QEMU says a URL back by its parts. */
function plainFile(file: Properties[string]): file is string {
  return typeof file === 'string' && !/^[\w+-]+:/.test(file);
}

type About = (what: string, planned: Expectation['planned'], read: Read) => Expectation;

function expect(subject: string, find: (qemu: Asked) => Promise<Json | undefined>): About {
  return (what, planned, read) => ({
    subject,
    what,
    planned,
    ask: async (qemu) => {
      const found = await find(qemu);
      return isObject(found) ? read(found) : undefined;
    },
  });
}
