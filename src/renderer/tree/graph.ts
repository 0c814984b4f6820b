import type { OutlineGroup, OutlineNode } from './outline';

/** A box and the one that it hangs on, counted in the order of the tree. */
export interface Box {
  readonly number: number;
  readonly parent: number | undefined;
  readonly depth: number;
  readonly group: OutlineGroup;
  /** The lines in the box; the first leads. */
  readonly lines: readonly string[];
  /** qdev id. */
  readonly id?: string | undefined;
}

export function boxesOf(root: OutlineNode): readonly Box[] {
  const boxes: Box[] = [];
  const add = (node: OutlineNode, parent: number | undefined, depth: number) => {
    const number = boxes.length;
    boxes.push({ number, parent, depth, group: node.group, lines: linesOf(node), id: node.id });
    for (const child of node.children) add(child, number, depth + 1);
  };
  add(root, undefined, 0);
  return boxes;
}

function linesOf({ title, words, label, line }: OutlineNode): string[] {
  const place = line === undefined ? [] : [`line ${line}`];
  return [
    title,
    words.filter((word) => word !== 'added').join(' '),
    ...(label === undefined ? [] : [label]),
    ...place,
  ].filter((text) => text !== '');
}
