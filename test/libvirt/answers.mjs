// What libvirt and this tool make of guests, in a form in which the two can be compared.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The words of a shell command without its variables; virsh quotes with ' alone. */
export function words(command) {
  const all = [];
  let word;
  for (const [, quoted, plain, space] of command.matchAll(/'([^']*)'|([^\s']+)|(\s+)/g)) {
    if (space === undefined) word = (word ?? '') + (quoted ?? plain);
    else if (word !== undefined) word = void all.push(word);
  }
  if (word !== undefined) all.push(word);
  const program = all.findIndex((candidate) => !/^[A-Z_]+=/.test(candidate));
  return program < 0 ? [] : all.slice(program);
}

/** What differs by nature: what a CD-ROM drive of the host is, descriptors, aliases of machines, times, random MACs, and the files of a daemon. */
function plain(argument) {
  return argument
    .replace(/\b(fd|vhostfd|fds|vhostfds)=[\d:]+/g, '$1=N')
    .replace(/("vhostfd":)"-?\d+"/, '$1"N"')
    .replace(/^(pc-q35|pc-i440fx|s390-ccw-virtio|virt|pseries)-\d+\.\d+(?=,|$)/, '$1')
    .replace(/^(null|socket),id=chrtpm.*/, 'PLACE,id=chrtpm')
    .replace(/^q35(?=,|$)/, 'pc-q35')
    .replace(/^pc(?=,|$)/, 'pc-i440fx')
    .replace(/^(socket,id=[\w-]+),(?:fd=N|path=(?:[^,]|,,)*)(?=.*server=on)/, '$1,PLACE')
    .replace(/^(file,id=[\w-]+),path=(?:[^,]|,,)*(?:,append=\w+)?/, '$1,PLACE')
    .replace('"driver":"host_cdrom"', '"driver":"host_device"')
    .replace(/logfile=[^,]*(,logappend=\w+)?/, 'logfile=PLACE')
    .replace(/("driver":"nvdimm",.*"uuid":)"[^"]*"/, '$1"RANDOM"')
    .replace(/"mac":"52:54:00:[^"]*"/, '"mac":"RANDOM"')
    .replace(/("driver":"vhost-vsock-[\w-]+",.*"guest-cid":)(?:0|42)\b/, '$1"AUTO"')
    .replace(/("driver":"vmgenid","guid":)"[^"]*"/, '$1"RANDOM"')
    .replace(/^base=\d{4}-.*/, 'base=TIME')
    .replaceAll(/(?<!\/var)\/run\/libvirt/g, '/var/run/libvirt');
}

/** virsh makes another interface of each, the processor is the host's where it was not forged, and secrets and uuids are random. */
const LEFT_OUT = process.env.EMULATOR
  ? /^(-netdev |-add-fd |-uuid |-object \{"qom-type":"secret")|"netdev":|id=charnet/
  : /^(-netdev |-add-fd |-uuid |-cpu |-object \{"qom-type":"secret")|"netdev":|id=charnet/;

/** Options with their values, so that a difference is shown with its option. */
export function options(argv) {
  const all = [];
  for (let at = 1; at < argv.length; at++) {
    const next = argv[at + 1];
    const valued = argv[at].startsWith('-') && next !== undefined && !next.startsWith('-');
    all.push(valued ? `${argv[at]} ${plain(argv[++at])}` : argv[at]);
  }
  return all.filter((option) => !LEFT_OUT.test(option));
}

/** As `askOnce`. A guest that ends libvirtd has no answer; systemd, or who tries this, starts it again soon. */
export function askLibvirt(virsh, xml) {
  for (let tries = 1; ; tries++) {
    const answer = askOnce(virsh, xml);
    const { refusal = '' } = answer;
    if (refusal.includes('Disconnected')) return {};
    if (!refusal.includes('failed to connect')) return answer;
    if (tries === 4) throw new Error(`'${virsh}' reaches no libvirtd any more: ${refusal}`);
    spawnSync('sleep', ['2']);
  }
}

/** By `virsh`, a shell's words: in a chroot, say. It opens its input, which only a pipe of a shell lets it do. */
function askOnce(virsh, xml) {
  const native = `cat | ${virsh} -c qemu:///system domxml-to-native qemu-argv --xml /dev/stdin`;
  const { stdout, stderr } = spawnSync('sh', ['-c', native], {
    input: xml,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return stdout.trim() === '' ? { refusal: stderr.trim() } : { options: options(words(stdout)) };
}

/** By one `batch` for all. */
export function askOurselves(project, guests, batchOptions) {
  const input = guests
    .map(({ xml }, id) => `${JSON.stringify({ id: String(id), xml, options: batchOptions })}\n`)
    .join('');
  const { stdout } = spawnSync(process.execPath, [join(project, 'bin/domxml2qemu.js'), 'batch'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ argv, diagnostics = [], error }) =>
      argv === undefined
        ? { refusal: error?.message ?? diagnostics.find(({ severity }) => severity === 'error')?.message }
        : { options: options(argv) },
    );
}
