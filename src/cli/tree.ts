import type { Paint } from '../diagnostics/paint';
import { treeDot } from '../renderer/tree/dot';
import { treeJson } from '../renderer/tree/json';
import { treeMermaid } from '../renderer/tree/mermaid';
import { outline } from '../renderer/tree/outline';
import { treeSvg } from '../renderer/tree/svg';
import { treeText, type TreePaint } from '../renderer/tree/text';
import { topologyOf, type BusKind, type Topology } from '../topology';
import { only } from '../topology/only';
import { paintFor, type ColorChoice } from './color';
import { convertFile } from './outcome';
import { say } from './say';
import type { ConversionValues } from './conversion-values';
import { STATUS } from './status';
import { writeError, writeOut } from './streams';
import { isUtf8, terminalWidth } from './terminal';

export interface TreeOptions extends ConversionValues {
  readonly output?: 'text' | 'json' | 'mermaid' | 'dot' | 'svg';
  readonly only?: readonly BusKind[];
  readonly ascii?: boolean;
  readonly color?: ColorChoice;
}

/** `domxml2qemu tree`: resolves to the exit status. */
export async function treeCommand(file: string, options: TreeOptions): Promise<number> {
  const color = options.color ?? 'auto';
  const { plan, argv, diagnostics, text } = await convertFile(file, options);
  await say(diagnostics, file, text, options);
  if (plan === undefined || argv === undefined) return STATUS.refused;
  const whole = topologyOf(plan);
  const topology = options.only === undefined ? whole : only(whole, options.only);
  if (topology.buses.length === 0) writeError(`the guest has no ${(options.only ?? []).join(' or ')} bus\n`);
  writeOut(await drawn(topology, options, color));
  return STATUS.done;
}

async function drawn(
  topology: Topology,
  { output, ascii }: TreeOptions,
  color: ColorChoice,
): Promise<string> {
  if (output === 'json') return `${JSON.stringify(treeJson(topology), null, 2)}\n`;
  const root = outline(topology);
  if (output === 'mermaid') return treeMermaid(root);
  if (output === 'dot') return treeDot(root);
  if (output === 'svg') return treeSvg(root);
  const paint = painter(await paintFor(color, process.env, 1));
  return treeText(root, { width: terminalWidth(), ascii: ascii ?? !isUtf8(process.env), paint });
}

/** The guest and its buses stand out, what is on the board steps back. */
export function painter(paint: Paint): TreePaint {
  const looks: Readonly<Record<Parameters<TreePaint>[0], (text: string) => string>> = {
    guest: paint.strong,
    bus: paint.strong,
    board: paint.faint,
    faint: paint.faint,
    bridge: paint.bridge,
    storage: paint.storage,
    network: paint.network,
    other: (text) => text,
  };
  return (group, text) => looks[group](text);
}
