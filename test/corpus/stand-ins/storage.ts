/** Images of the format that the guest says, in the place of its own. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { joined, pairs } from './pairs';
import { file, fresh, PASSPHRASE, type Room } from './room';

/** `passed`: ids of drives that scsi-block and scsi-generic are behind: they want a LUN. */
export function drive(word: string, passed: ReadonlySet<string | undefined>, room: Room): string {
  const list = pairs(word);
  const value = (key: string) => list.find(([name]) => name === key)?.[1];
  const rest = list.filter(([key]) => !/^(file|data-file)(\.|$)/.test(key));
  if (!list.some(([key]) => /^file(\.|$)/.test(key))) return word;
  const place = value('file');
  const folder = place !== undefined && /^(fat:|\/dev\/cdrom$)/.test(place);
  const bytes = value('if') === 'pflash' ? 1 << 20 : 8 << 20;
  const data = list.some(([key]) => key.startsWith('data-file.')) ? file('image', bytes, room) : undefined;
  const image = passed.has(value('id'))
    ? room.lun
    : folder
      ? file('image', 1 << 20, room)
      : formatted(value('format') ?? 'raw', { encryption: value('encrypt.format'), data }, bytes, room);
  const outside =
    data === undefined ? [] : [['data-file.filename', data] as const, ['data-file.driver', 'file'] as const];
  return joined([['file', image], ...outside, ...rest]);
}

/** A node of the block graph, in JSON. */
interface Node {
  readonly driver: string;
  readonly 'node-name': string;
  readonly file?: string;
  readonly filename?: string;
  readonly encrypt?: { readonly format?: string };
}

/** The lowest nodes become files of the format that the node above them has; each is read and written as a file. */
export function blockdevs(argv: readonly string[], room: Room): (word: string) => string {
  const nodes = argv
    .filter((_, index) => argv[index - 1] === '-blockdev')
    .map((word) => JSON.parse(word) as Node);
  return (word) => {
    const node = JSON.parse(word) as Node;
    if (node.file !== undefined || node.filename === undefined) return word;
    const above = nodes.find(({ file: below }) => below === node['node-name']);
    const filename = formatted(above?.driver ?? 'raw', { encryption: above?.encrypt?.format }, 8 << 20, room);
    return JSON.stringify({ ...node, driver: 'file', filename });
  };
}

interface Contents {
  readonly encryption?: string | undefined;
  /** The file that has the clusters. */
  readonly data?: string | undefined;
}

/** Encrypted images by format: their passphrase takes seconds to hash, and all have the same. */
const encrypted = new Map<string, Buffer>();

function formatted(format: string, { encryption, data }: Contents, bytes: number, room: Room): string {
  if (format === 'raw') return file('image', bytes, room);
  const path = fresh('image', room);
  if (format !== 'luks' && encryption !== 'luks') {
    create(['-f', format, ...(data === undefined ? [] : ['-o', `data_file=${data}`]), path, String(bytes)]);
    return path;
  }
  const known = encrypted.get(format);
  if (known === undefined) {
    const prefix = format === 'luks' ? '' : 'encrypt.';
    const options = [
      ...(format === 'luks' ? [] : ['encrypt.format=luks']),
      `${prefix}key-secret=key,${prefix}iter-time=100`,
    ];
    const key = ['--object', `secret,id=key,data=${PASSPHRASE}`];
    create(['-f', format, ...key, '-o', options.join(','), path, String(bytes)]);
    encrypted.set(format, readFileSync(path));
  } else writeFileSync(path, known);
  return path;
}

/** To find how often to hash a passphrase qemu-img measures itself, and gives up where the clock did not move. */
function create(words: readonly string[], tries = 20): void {
  try {
    execFileSync('qemu-img', ['create', '-q', ...words], { stdio: 'pipe' });
  } catch (problem) {
    if (tries === 0 || !String(problem).includes('accurate CPU usage')) throw problem;
    create(words, tries - 1);
  }
}
