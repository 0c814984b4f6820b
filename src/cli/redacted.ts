import { SUFFIXES } from './many/outputs';
import { basename } from 'node:path';
import { read, type ConvertOptions } from '../convert';
import { Redactor } from '../redactor';
import type { GuestInput } from './guest';
import { filterText } from './streams';

/** A guest, its host and the user's options, in the stand-ins of one numbering. */
export function redactedInput(
  text: string,
  { host, qemuConf, secret, network, qmp, program, select, context, ...others }: ConvertOptions,
  redactor = new Redactor(),
): GuestInput {
  redactor.folders(host?.nodes?.map(({ path }) => path) ?? []);
  const hidden = redactor.xml(text);
  const options: ConvertOptions = {
    ...others,
    host: host && redactor.facts(host),
    qemuConf: qemuConf && redactor.facts(qemuConf),
    secret: secret && redactor.secrets(secret),
    network: network && redactor.networks(network),
    qmp: qmp === undefined ? undefined : redactor.path(qmp),
    program: program === undefined ? undefined : redactor.path(program),
    context: context?.fdGroups
      ? {
          ...context,
          fdGroups: context.fdGroups.map(([group = '', ...rest]) => [redactor.words(group), ...rest]),
        }
      : context,
    select: select === undefined ? undefined : redactor.words(select),
  };
  return { text: hidden, reading: read(hidden, options), options };
}

/** Of guests, and of what --out-dir writes. */
const ENDS = ['.xml', ...new Set(Object.values(SUFFIXES))];

const hidden = new Set<string>();
const standIns = new Map<string, string>();

/** Files that the user named tell as much as what is in them: wherever they would be written, a stand-in is. */
export function hideFiles(words: readonly string[]): void {
  for (const word of words.flatMap(values).filter(isFile)) {
    const extension = /\.[a-z]\w{0,5}$/i.exec(word)?.[0] ?? '';
    const standIn = `file${hidden.size + 1}`;
    if (hidden.has(word)) continue;
    hidden.add(word);
    standIns.set(word, `${standIn}${extension}`);
    // What --out-dir makes of it, and a summary without folders.
    for (const end of extension === '' ? [] : ENDS)
      standIns.set(`${basename(word, extension)}${end}`, `${standIn}${end}`);
  }
  if (standIns.size === 0) return;
  const all = [...standIns.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?<![\\w.-])(?:${all.map(escaped).join('|')})(?![\\w-])`, 'g');
  filterText((text) => text.replace(any, (found) => standIns.get(found) ?? found));
}

/** `--host=FILE` and `--secret usage=FILE` have a file behind the sign. */
function values(word: string): string[] {
  return word.startsWith('-') || /^[^/]+=/.test(word) ? [word.slice(word.indexOf('=') + 1)] : [word];
}

/** A word with a folder or an extension; no number, option or program. */
function isFile(word: string): boolean {
  return /[/.]/.test(word) && !/^[\d.]+$|^-|\/\/|^\/dev\/null$|qemu-system-\w+$/.test(word);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
