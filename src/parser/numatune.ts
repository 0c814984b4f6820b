import { NUMATUNE_MODES, type Numatune } from '../model/numa';
import type { XmlElement } from './element';
import { numberSet } from './numa';

/** `<numatune>`. */
export function parseNumatune(root: XmlElement): Numatune | undefined {
  const numatune = root.child('numatune');
  if (numatune === undefined) return undefined;
  const memory = numatune.child('memory');
  return {
    at: numatune.at,
    memory: memory && {
      at: memory.at,
      mode: memory.choice('@mode', NUMATUNE_MODES),
      placement: memory.choice('@placement', ['static', 'auto']),
      nodeset: numberSet(memory, '@nodeset'),
    },
    memnodes: numatune.children('memnode').map((node) => {
      node.required('@cellid');
      node.required('@nodeset');
      return {
        at: node.at,
        cellid: node.integer('@cellid') ?? 0,
        mode: node.choice('@mode', NUMATUNE_MODES),
        nodeset: numberSet(node, '@nodeset') ?? [],
      };
    }),
  };
}
