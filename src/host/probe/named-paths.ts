import { posix } from 'node:path';
import type { HostFacts, HostNode } from '../facts';
import type { Files } from './files';
import { lookAt, type Look } from './look';
import { readNode } from './nodes';

/** Paths that options name, and no guest. */
export interface NamedPaths {
  /** Files that hold secrets. */
  readonly secrets?: readonly string[] | undefined;
  /** Sockets that QEMU makes. */
  readonly sockets?: readonly string[] | undefined;
}

/** The facts with what those paths are: for a check. Nothing of a secret is in them but whether a newline ends it. */
export function withNamed(
  facts: HostFacts,
  { secrets = [], sockets = [] }: NamedPaths,
  look: Look = lookAt(),
): HostFacts {
  if (secrets.length + sockets.length === 0) return facts;
  const { files } = look;
  const paths = sockets.flatMap((path) => [path, posix.dirname(path)]);
  const nodes = [
    ...secrets.map((path) => secretNode(files, path)),
    ...paths.map((path) => readNode(files, path)),
  ];
  return { ...facts, nodes: [...nodes, ...(facts.nodes ?? [])] };
}

function secretNode(files: Files, path: string): HostNode {
  const node = readNode(files, path);
  if (node.kind !== 'file' || node.size === undefined || node.size === 0) return node;
  const last = files.part(path, node.size - 1, 1);
  return { ...node, endsInNewline: last?.toString('latin1') === '\n' };
}
