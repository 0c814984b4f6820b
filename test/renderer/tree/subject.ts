import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../../src/convert';
import { outline, type OutlineNode } from '../../../src/renderer/tree/outline';
import { topologyOf } from '../../../src/topology';

const xml = readFileSync(join(__dirname, '../../topology/guests/express.xml'), 'utf8');

export const topology = topologyOf(convert(xml, { qemuVersion: '10.0' }).plan!);
export const root = outline(topology);

/** Names with all that a form could take for its own. */
export const HOSTILE: OutlineNode = {
  group: 'guest',
  title: 'a"b\\c',
  words: ['</text><script>', '`$(x)`'],
  label: '#1;]"]:::x %% --> end\n\u0007\u001b[31m & é',
  children: [{ group: 'other', title: '{x}|<y>', words: ['"'], children: [] }],
};
