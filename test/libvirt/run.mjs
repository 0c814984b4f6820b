// Compares this tool with libvirt itself over guests with accidents.   npm run compare [-- FOLDER...]
//   COUNT (500) guests, by SEED (1), of the .xml files in the folders; without one, of the cases; those that are refused are left out
//   SCHEMA=/usr/share/libvirt/schemas gives them parts that this schema allows, in place of accidents
//   PIECES=1 takes guests of many pieces instead (pieces.txt)
//   ARCH=riscv64 takes guests of another architecture, under TCG; KEEP=FOLDER keeps the guests that differ
//   EMULATOR=9.2.0_x86_64 asks for that release, with its processors, where emulators.mjs made one
//   VIRSH="chroot /srv/trixie virsh" asks another libvirt than the host's; QEMU and HOST say what that one has
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askLibvirt, askOurselves } from './answers.mjs';
import { withEmulator } from './emulators.mjs';
import { mutants } from './mutate.mjs';
import { ofPieces } from './pieces.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folders = process.argv.slice(2);
const { COUNT = '500', SEED = '1', VIRSH = 'virsh', EMULATOR } = process.env;
const { QEMU = EMULATOR?.replace(/_.*/, '') ?? '10.0.0' } = process.env;
const { ARCH = 'x86_64' } = process.env;
const { HOST = join(project, `test/conformance/hosts/${ARCH}.json`) } = process.env;

/** libvirt knows KVM for the host's own processors alone. */
const emulated = (xml) => (ARCH === 'x86_64' ? xml : xml.replace(/(<domain\s[^>]*\btype=['"])kvm/, '$1qemu'));

/** What a host lacks is no difference: libvirt looks at its own. */
const OF_THE_HOST =
  /not found|hugetlbfs|Unable to (find|open)|numad|No such file|unavailable|does not exist|passthrough of host|vhost-scsi device|incompatible with host CPU|Advice/i;

function guestsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.xml') && !name.endsWith('.out.xml'))
    .map((name) => ({ name, xml: readFileSync(join(folder, name), 'utf8') }))
    .filter(
      ({ xml }) =>
        /^\s*(<!--[^]*?-->\s*)*<domain/.test(xml) && (/arch=['"](\w+)/.exec(xml)?.[1] ?? 'x86_64') === ARCH,
    )
    .map(({ name, xml }) => ({ name, xml: emulated(xml) }));
}

/** Lines that tell how the two answers differ; none where they do not. */
function difference(theirs, ours) {
  if (theirs.refusal === undefined && theirs.options === undefined) return [];
  if (theirs.refusal !== undefined)
    return ours.options === undefined || OF_THE_HOST.test(theirs.refusal)
      ? []
      : [`libvirt refuses: ${theirs.refusal}`];
  if (ours.options === undefined) return [`refused here alone: ${ours.refusal}`];
  const only = (these, those) => these.filter((option) => !those.includes(option));
  const lines = [
    ...only(theirs.options, ours.options).map((option) => `libvirt  ${option}`),
    ...only(ours.options, theirs.options).map((option) => `here     ${option}`),
  ];
  return lines.length > 0 || theirs.options.join('\n') === ours.options.join('\n')
    ? lines
    : ['the same options in another order'];
}

function keep(at, name, xml) {
  const { KEEP } = process.env;
  if (KEEP === undefined) return;
  mkdirSync(KEEP, { recursive: true });
  writeFileSync(join(KEEP, `${at}-${basename(name)}`), xml);
}

/** Whether there is a libvirt to ask: it refuses a guest that is none by a word about XML. */
function answers(virsh) {
  try {
    const { refusal = '' } = askLibvirt(virsh, '<domain/>');
    return /XML|missing|domain type/.test(refusal) ? undefined : refusal;
  } catch (error) {
    return error.message;
  }
}

const silence = answers(VIRSH);
if (silence !== undefined) {
  console.error(`no libvirtd to compare with: ${silence}\nset VIRSH to a virsh whose libvirtd runs`);
  process.exit(2);
}
const options = {
  profile: 'libvirt',
  qemuVersion: QEMU,
  host: HOST,
  // virsh takes what it reads for a new guest
  context: { abiUpdate: true },
};
const found = (folders.length > 0 ? folders : [join(project, 'test/cases')]).flatMap(guestsIn);
const taken = askOurselves(project, found, options);
const guests = process.env.PIECES
  ? ofPieces(Number(COUNT), Number(SEED), ARCH)
  : mutants(
      found.filter((_, at) => taken[at].options !== undefined),
      Number(COUNT),
      Number(SEED),
      process.env.SCHEMA,
    );
const ours = askOurselves(project, guests, options);
let differ = 0;
for (const [at, { name, what, xml }] of guests.entries()) {
  const asked = EMULATOR === undefined ? xml : withEmulator(xml, EMULATOR);
  const lines = difference(askLibvirt(VIRSH, asked), ours[at]);
  if (lines.length === 0) continue;
  differ += 1;
  keep(at, name, xml);
  console.log(`${name} ${what}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
console.log(`${guests.length} guests, ${differ} differ`);
