/** What no command says of itself. */
export const DESCRIPTION = [
  'Prints the command line with which QEMU boots the guest that a libvirt domain XML describes: without libvirt, without a daemon, on any host, for any QEMU release from 0.14 on. The command line goes to standard output, everything else to standard error.',
  'Without the name of a command it converts the files that are named. A file may be - for standard input.',
  'With --profile standalone, the default, the command runs as it is. With --profile libvirt it is what libvirt passes to QEMU, descriptors and placeholders included.',
];

export const SHARED_OPTIONS = 'Options of a conversion, for every command that does one:';

/** Every variable that the program reads. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: 'where a QEMU is looked for that is named without a folder.',
  XDG_CACHE_HOME: 'where answers of QEMU binaries and compiled code are kept; ~/.cache by default.',
  NO_COLOR: 'no color where it is set to anything (https://no-color.org). --color always overrides it.',
  TERM: 'no color where it is dumb.',
  COLUMNS: 'the width of what is laid out where standard output is no terminal; 80 by default.',
  LC_ALL:
    'tree draws with ASCII alone where the first of this, LC_CTYPE and LANG that is set names no UTF-8.',
  LC_CTYPE: 'see LC_ALL.',
  LANG: 'see LC_ALL.',
};

export const FILES: Readonly<Record<string, string>> = {
  '~/.cache/domxml2qemu/':
    'what QEMU binaries answered when they were asked (--qemu, probe), and what a Node compiled that the package has no compiled code for. It can be removed at any time; probe --no-cache does not look at answers.',
  '/sys, /dev, /proc': 'what the host has, where a guest or the command host asks for it. Only ever read.',
  '/etc/libvirt/qemu.conf': 'is not read by itself: name it with --qemu-conf.',
};

export const DIAGNOSTICS: readonly (string | readonly string[])[] = [
  'What cannot be is an error, what has no effect or may not be meant a warning, what is good to know a note. Each has a place in the XML, a code that does not change, and where there is one a way out:',
  [
    "guest.xml:15:7: error[scsi-address-taken]: SCSI address 0:0:0:3 is already used by <disk> 'sdc'",
    "  15 |       <address type='drive' controller='0' bus='0' target='0' unit='3'/>",
    '     |       ^',
    "  note: guest.xml:7:5: <disk> 'sdc' takes it here",
    '  help: give one of the two another unit',
  ],
  'The line with the place is never broken, however narrow the terminal: editors and scripts read it. Errors refuse the guest; with --strict warnings do so too. Every code is explained in docs/diagnostics.md of the package.',
];

export const SEE_ALSO =
  'qemu-system-x86_64(1), virsh(1), virt-install(1), https://libvirt.org/formatdomain.html';
