// Gives the libvirt of a folder the QEMUs whose capabilities are written down, as if it had asked them: their flags,
// machines, processors and KVM, whatever this host has.
//   node test/libvirt/emulators.mjs /srv/trixie .../caps/caps_*.xml     as root, while its libvirtd does not run
// Their programs are scripts below /usr/lib/emulators there, which write down with what they were started
// (/tmp/argv, each argument with a NUL) and end: so a guest that is started tells what libvirt makes of cards, too.
// libvirtd has to see a /dev/kvm, an empty file will do, and to have asked the folder's own QEMU once.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CACHE = 'var/cache/libvirt/qemu/capabilities';
const FOLDER = '/usr/lib/emulators';

/** The folder's own QEMU: what libvirt noted of the host, its kernel and itself is the same for all. */
const OWN = '<emulator>/usr/bin/qemu-system-x86_64</emulator>';

/** By which libvirt sees that nothing changed since it asked. */
const NOTED = [
  'qemumoddirmtime',
  'selfctime',
  'selfvers',
  'microcodeVersion',
  'hostCPUSignature',
  'kernelVersion',
];

const SCRIPT = '#!/bin/sh\nfor word; do printf "%s\\0" "$word"; done > /tmp/argv\nexit 1\n';

/** Where the emulator of a release and architecture is, `10.0.0_x86_64` say. */
export function emulatorOf(name) {
  const arch = name.replace(/^[\d.]+_/, '').replace(/\+.*/, '');
  return `${FOLDER}/${name}/qemu-system-${arch === 'armv7l' ? 'arm' : arch}`;
}

/** The guest with this emulator. */
export function withEmulator(xml, name) {
  const emulator = `<emulator>${emulatorOf(name)}</emulator>`;
  if (/<emulator\b/.test(xml)) return xml.replace(/<emulator\b[^>]*?(\/>|>[^]*?<\/emulator>)/, emulator);
  return xml.replace(
    /<devices\s*(\/?)>/,
    (_all, empty) => `<devices>${emulator}${empty ? '</devices>' : ''}`,
  );
}

/** What libvirt wrote of the folder's own QEMU; undefined where it has not asked it. */
function ownOf(root) {
  const folder = join(root, CACHE);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).find((text) => text.includes(OWN));
}

/** What is written of a QEMU elsewhere, with what libvirt notes of this host. */
function noted(text, own, emulator, made) {
  const element = (name) => new RegExp(` *<${name}( [^>]*)?>[^]*?</${name}>\n`).exec(own)?.[0] ?? '';
  const without = [...NOTED, 'qemuctime', 'cpudata'].reduce(
    (left, name) => left.replace(new RegExp(` *<${name}( [^>]*)?>[^]*?</${name}>\n`), ''),
    text,
  );
  const [qemu, ...host] = [NOTED.slice(0, 3), NOTED.slice(3)].map((names) => names.map(element).join(''));
  const cpu = /<arch>x86_64</.test(text) ? element('cpudata') : '';
  return without
    .replace(
      / *<emulator>.*\n/,
      `  <emulator>${emulator}</emulator>\n  <qemuctime>${made}</qemuctime>\n${qemu}`,
    )
    .replace(/ *<arch>/, `${host.join('')}${cpu}$&`);
}

function forge(root, file, own) {
  const emulator = emulatorOf(basename(file, '.xml').replace(/^caps_/, ''));
  const program = join(root, emulator);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, SCRIPT);
  chmodSync(program, 0o755);
  const made = Math.floor(statSync(program).ctimeMs / 1000);
  const name = `${createHash('sha256').update(emulator).digest('hex')}.xml`;
  writeFileSync(join(root, CACHE, name), noted(readFileSync(file, 'utf8'), own, emulator, made));
}

/** What is to be said at the end, and the status. */
function run([root, ...files]) {
  if (root === undefined || files.length === 0) return ['usage: emulators.mjs ROOT CAPABILITIES.xml...', 2];
  const own = ownOf(root);
  if (own === undefined)
    return [`libvirt has not asked a QEMU yet: ${join(root, CACHE)} has nothing of it`, 1];
  for (const file of files) forge(root, file, own);
  return [`${files.length} emulators in ${join(root, FOLDER)}`, 0];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [said, status] = run(process.argv.slice(2));
  (status === 0 ? console.log : console.error)(said);
  process.exitCode = status;
}
