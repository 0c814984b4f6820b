import { escaped } from '../../normalizer/markup/layout';
import type { Answers, Image } from './answers';
import { createImage } from './image';

/** What must not be the same in two guests. */
export interface Identity {
  readonly uuid: string;
  /** `52:54:00:12:34:56`. */
  readonly mac: string;
}

/** A domain XML with the answers in it, commented for somebody who has never seen one. */
export function guestXml(answers: Answers, identity: Identity): string {
  const { name, memory, vcpus, accel, arch, cdrom } = answers;
  return `<!-- A guest to start from. Its command line: domxml2qemu FILE; what each element may hold:
     https://libvirt.org/formatdomain.html -->
<domain type='${accel === 'kvm' ? 'kvm' : 'qemu'}'>
  <name>${escaped(name)}</name>
  <uuid>${identity.uuid}</uuid>
  <!-- KiB, MiB, GiB -->
  <memory unit='MiB'>${memory}</memory>
  <vcpu>${vcpus}</vcpu>
${system(answers)}
  <!-- All that the host's CPU can do, under KVM as well as without it -->
  <cpu mode='maximum'/>
  <clock offset='utc'/>
  <devices>
${[
  ...answers.disks.map((image, index) => disk(image, index)),
  ...luns(answers),
  ...(cdrom === undefined ? [] : [cdromDrive(answers, cdrom)]),
  ...network(answers, identity),
  screen(arch),
].join('\n')}
    <!-- The random numbers of the host, for keys that are made at the first start -->
    <rng model='virtio'>
      <backend model='random'>/dev/urandom</backend>
    </rng>
  </devices>
</domain>
`;
}

function system({ arch, machine, firmware }: Answers): string {
  const features = arch === 'x86_64' ? '<acpi/><apic/>' : '<acpi/>';
  const about =
    firmware === 'uefi'
      ? '\n  <!-- UEFI, by the descriptors in /usr/share/qemu/firmware (Debian: ovmf, qemu-efi-aarch64) -->'
      : '';
  return `${about.slice(1)}${about === '' ? '' : '\n'}  <os${firmware === 'uefi' ? " firmware='efi'" : ''}>
    <type arch='${arch}' machine='${machine}'>hvm</type>
  </os>
  <features>${features}</features>`;
}

/** What QEMU gives room back in. */
const DISCARDING: readonly string[] = ['raw', 'qcow2'];

/** The first disk boots; a CD-ROM comes after it, since a disk without a system is passed over. */
function disk(image: Image, index: number): string {
  const target = `<target dev='vd${letter(index)}' bus='virtio'/>`;
  const boot = index === 0 ? "\n      <boot order='1'/>" : '';
  if (image.path.startsWith('/dev/'))
    return `    <disk type='block' device='disk'>
      <driver name='qemu' type='raw' cache='none' discard='unmap'/>
      <source dev='${escaped(image.path)}'/>
      ${target}${boot}
    </disk>`;
  return `${comment(`Where it is not there yet: ${createImage(image)}`)}    <disk type='file' device='disk'>
      <driver name='qemu' type='${image.format}'${DISCARDING.includes(image.format) ? " discard='unmap'" : ''}/>
      <source file='${escaped(image.path)}'/>
      ${target}${boot}
    </disk>`;
}

function luns({ luns: paths, disks }: Answers): string[] {
  if (paths.length === 0) return [];
  return [
    `    <!-- LUNs of the host, passed through with all their SCSI commands: see docs/scsi.md -->
    <controller type='scsi' index='0' model='virtio-scsi'/>`,
    ...paths.map((path, index) => {
      const boot = disks.length === 0 && index === 0 ? "\n      <boot order='1'/>" : '';
      return `    <disk type='block' device='lun'>
      <driver name='qemu' type='raw'/>
      <source dev='${escaped(path)}'/>
      <target dev='sd${letter(index)}' bus='scsi'/>
      <address type='drive' controller='0' bus='0' target='0' unit='${index}'/>${boot}
    </disk>`;
    }),
  ];
}

/** Where a CD-ROM hangs: SATA on q35, IDE on pc, USB elsewhere. */
const CDROM_BUS: Readonly<Record<Answers['machine'], readonly [bus: string, prefix: string]>> = {
  q35: ['sata', 'sd'],
  pc: ['ide', 'hd'],
  virt: ['usb', 'sd'],
};

function cdromDrive({ machine, luns: paths }: Answers, file: string): string {
  const [bus, prefix] = CDROM_BUS[machine];
  const target = `${prefix}${letter(prefix === 'sd' ? paths.length : 0)}`;
  return `    <disk type='file' device='cdrom'>
      <driver name='qemu' type='raw'/>
      <source file='${escaped(file)}'/>
      <target dev='${target}' bus='${bus}'/>
      <readonly/>
      <boot order='2'/>
    </disk>`;
}

function network({ bridge, network: kind }: Answers, { mac }: Identity): string[] {
  if (bridge === undefined && kind === 'none') return [];
  const [type, source] =
    bridge === undefined
      ? (['user', ''] as const)
      : (['bridge', `\n      <source bridge='${escaped(bridge)}'/>`] as const);
  const about =
    bridge === undefined
      ? 'The host reaches out for the guest; nobody reaches the guest'
      : 'A bridge of the host';
  return [
    `    <!-- ${about} -->
    <interface type='${type}'>
      <mac address='${mac}'/>${source}
      <model type='virtio'/>
    </interface>`,
  ];
}

function screen(arch: Answers['arch']): string {
  // q35 and pc have a USB controller without being told.
  const usb = arch === 'x86_64' ? '' : "    <controller type='usb' model='qemu-xhci'/>\n";
  return `${usb}    <serial type='pty'/>
    <!-- The screen: a VNC viewer on this host, the first free port from 5900 on -->
    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/>
    <video>
      <model type='${arch === 'x86_64' ? 'vga' : 'virtio'}'/>
    </video>
    <input type='tablet' bus='usb'/>`;
}

/** sda to sdz, then sdaa. */
function letter(index: number): string {
  return (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));
}

/** Two dashes would end the comment. */
const comment = (text: string) => (text.includes('--') ? '' : `    <!-- ${text} -->\n`);
