// Guests of many pieces at once, for orders and numbers that no single part brings about. pieces.txt has them: where a piece
// goes, and the piece, in which # is a number of its own and @ the next letter of a disk's name.
import { readFileSync } from 'node:fs';
import { randomOf } from './mutate.mjs';

const BOARDS = {
  x86_64: ['pc', 'q35', 'pc-i440fx-6.2', 'pc-q35-5.1', 'pc-i440fx-5.0'],
  aarch64: ['virt'],
  ppc64: ['pseries'],
  riscv64: ['virt'],
  s390x: ['s390-ccw-virtio'],
};

/** Where no host model is to be had, the first model of each. */
const MODELS = { aarch64: '<model>cortex-a57</model>' };

/** Sections that a guest has one of at most, in the schema's order; the chance of each. */
const CHANCE = 0.3;
const BEFORE_OS = ['memoryBacking', 'vcpu', 'iothreads', 'cputune', 'numatune', 'sysinfo'];
const AFTER_CPU = ['clock', 'events', 'pm', 'others'];

function piecesBySection() {
  const sections = new Map();
  for (const line of readFileSync(new URL('pieces.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')) {
    const [section] = line.split(' ', 1);
    sections.set(section, [...(sections.get(section) ?? []), line.slice(section.length + 1)]);
  }
  return sections;
}

/** The same for the same seed: { name, what, xml }. */
export function ofPieces(count, seed, arch = 'x86_64') {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sections = piecesBySection();
  const maybe = (section) => (random() < CHANCE ? pick(sections.get(section)) : '');
  return Array.from({ length: count }, (_, at) => {
    const devices = devicesOf(
      Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(sections.get('devices'))),
    );
    const said = Object.fromEntries(
      [...sections.keys()]
        .filter((section) => section !== 'devices')
        .map((section) => [section, maybe(section)]),
    );
    const name = `pieces${at}`;
    const machine = pick(BOARDS[arch]);
    const grows = devices.some((piece) => piece.startsWith('<memory '));
    if (grows) Object.assign(said, MEMORY);
    const features = arch === 'x86_64' ? said.features || '<acpi/>' : '';
    const xml = [
      `<domain type='${arch === 'x86_64' ? 'kvm' : 'qemu'}'><name>${name}</name>`,
      `<uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>${said.maxMemory}<memory unit='MiB'>1024</memory>`,
      ...BEFORE_OS.map((section) => (section === 'vcpu' ? said.vcpu || '<vcpu>4</vcpu>' : said[section])),
      `<os><type arch='${arch}' machine='${machine}'>hvm</type>${said.os}</os>`,
      `<features>${features}</features><cpu>${MODELS[arch] ?? ''}${said.topology}${said.numa}</cpu>`,
      ...AFTER_CPU.map((section) => said[section]),
      `<devices><emulator>/usr/bin/qemu-system-${arch}</emulator>${devices.join('')}</devices></domain>`,
    ].join('');
    return { name, what: [machine, ...Object.values(said).filter(Boolean), ...devices].join('\n  '), xml };
  });
}

/** What a guest with memory modules has. */
const MEMORY = {
  maxMemory: "<maxMemory slots='16' unit='GiB'>8</maxMemory>",
  numa: "<numa><cell id='0' cpus='0-3' memory='1024' unit='MiB'/></numa>",
};

function devicesOf(pieces) {
  const letters = { vd: 0, sd: 0, fd: 0 };
  return pieces.map((piece, at) =>
    piece
      .replaceAll('#', String(at))
      .replace(/(vd|sd|fd)@/, (_, prefix) => prefix + String.fromCharCode(97 + letters[prefix]++)),
  );
}
