import type { Idmap, IdRange, IdRangeSaid } from '../model/idmap';
import { UINT } from '../model/number';
import type { XmlElement } from './element';

/** `<idmap>` of `<domain>`: an attribute that is missing is for the resolver to see. */
export function parseIdmap(root: XmlElement): Idmap | undefined {
  const idmap = root.child('idmap');
  return (
    idmap && { users: idmap.children('uid').map(readRange), groups: idmap.children('gid').map(readRange) }
  );
}

const readRange = (element: XmlElement): IdRangeSaid => ({
  start: element.integer('@start', { max: UINT }),
  target: element.integer('@target', { max: UINT }),
  count: element.integer('@count', { max: UINT }),
});

/** `<uid>` or `<gid>` of a folder that virtiofsd serves, which needs all three. */
export function parseIdRange(element: XmlElement): IdRange {
  for (const name of ['@start', '@target', '@count']) element.required(name);
  const { start = 0, target = 0, count = 0 } = readRange(element);
  return { start, target, count };
}
