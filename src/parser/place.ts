import type { Place } from '../model/place';
import { all } from './path';
import { isElement, type Found, type XmlNode } from './tree';

/** The place of a node. Its parts are looked up when somebody asks, so that a place costs one object. */
class NodePlace implements Place {
  constructor(private readonly node: Found) {}

  get line(): number {
    return this.node.line;
  }

  get column(): number {
    return this.node.column;
  }

  get path(): string {
    return pathOf(this.node);
  }

  get depth(): number {
    return depthOf(this.node);
  }

  of(path: string): Place {
    return !isElement(this.node) || path === '.' ? this : new PartPlace(this.node, path);
  }

  toJSON(): { line: number; column: number; path: string } {
    return { line: this.line, column: this.column, path: this.path };
  }
}

/** A part of an element, looked for when somebody asks where it is: most are never asked. */
class PartPlace implements Place {
  private found: Place | undefined;

  constructor(
    private readonly element: XmlNode,
    private readonly part: string,
  ) {}

  get line(): number {
    return this.place.line;
  }

  get column(): number {
    return this.place.column;
  }

  get path(): string {
    return this.place.path;
  }

  get depth(): number {
    return this.place.depth;
  }

  of(path: string): Place {
    return this.place.of(path);
  }

  toJSON(): object {
    return { line: this.line, column: this.column, path: this.path };
  }

  private get place(): Place {
    return (this.found ??= placeOf(partOf(this.element, this.part)));
  }
}

/** The part of an element that a path of steps leads to, or as much of it as is there. */
function partOf(element: XmlNode, path: string): Found {
  let node = element;
  for (const step of path.split('/')) {
    const found = all(node, step)[0];
    if (found === undefined) return node;
    if (!isElement(found)) return found;
    node = found;
  }
  return node;
}

export function placeOf(node: Found): Place {
  return new NodePlace(node);
}

/** As XPath: `domain/devices/disk[2]/source/@file`. */
function pathOf(node: Found): string {
  if (!isElement(node)) return `${pathOf(node.owner)}/@${node.name}`;
  const { parent, tagName } = node;
  if (parent === undefined) return tagName;
  parent.steps ??= stepsBelow(parent);
  return `${pathOf(parent)}/${parent.steps.get(node) ?? tagName}`;
}

/** `source` of one, `disk[2]` of several. */
function stepsBelow(parent: XmlNode): ReadonlyMap<XmlNode, string> {
  const named = new Map<string, XmlNode[]>();
  for (const child of parent.children) {
    const alike = named.get(child.tagName);
    if (alike === undefined) named.set(child.tagName, [child]);
    else alike.push(child);
  }
  const steps = new Map<XmlNode, string>();
  for (const [name, nodes] of named)
    nodes.forEach((node, i) => steps.set(node, nodes.length > 1 ? `${name}[${i + 1}]` : name));
  return steps;
}

function depthOf(node: Found): number {
  const above = isElement(node) ? node.parent : node.owner;
  return above === undefined ? 1 : depthOf(above) + 1;
}
