/** Messages that people meet, and what can be done; in the order in which they are tried. */
const WAYS: readonly (readonly [RegExp, string])[] = [
  [
    /KVM kernel module|failed to initialize kvm|invalid accelerator kvm|no accelerator found/i,
    'load kvm_intel or kvm_amd and join the group kvm, or emulate with --accel tcg',
  ],
  [
    /Failed to get .*lock|Is another process using the image/,
    'another process has the image open: end it (fuser -v FILE), or share it with <shareable/>',
  ],
  [
    /bridge.conf|access denied by acl file/,
    "allow the bridge: a line 'allow BRIDGE' in /etc/qemu/bridge.conf",
  ],
  [
    /bridge helper|\/dev\/net\/tun|could not configure .*tap/i,
    'run as root, or let the setuid qemu-bridge-helper of QEMU make the device',
  ],
  [
    /Address already in use|Failed to find an available port/i,
    'another process has this port or socket: end it, or take another',
  ],
  [
    /Address not available|Cannot assign requested address/i,
    'the address is none of this host: take one that is',
  ],
  [/(without|rutabaga or) udmabuf/, "load it (modprobe udmabuf), or leave blob='on' out"],
  [
    /Permission denied|Operation not permitted/i,
    'run as a user who may open it, or grant it (setfacl, group)',
  ],
  [
    /Image is not in (\S+) format/i,
    "say the image's own format in <driver type=''/> (qemu-img info FILE shows it)",
  ],
  [
    /is not a valid device model name|is not a valid object type|'\S+' is not a supported device/i,
    'this QEMU was built without it, or its package for it is not installed; another is named with --qemu',
  ],
  [
    /Property .* not found|Invalid parameter|is unexpected|invalid option/i,
    'this QEMU does not know it: ask it what it can do with --qemu BINARY instead of --qemu-version',
  ],
  [/unsupported machine type/i, "take a machine type of this QEMU ('domxml2qemu probe' lists them)"],
  [/romfile|option rom/i, "install the ROMs of network cards (Debian: ipxe-qemu), or <rom enabled='no'/>"],
  [
    /not viable|vfio .*(failed to open|error getting device)|No such device.*vfio/i,
    'all functions of the IOMMU group must be bound to vfio-pci',
  ],
  [
    /Cannot allocate memory|unable to map backing store|cannot set up guest memory/i,
    'the host has not so much memory free, or huge pages not reserved: give the guest less, or reserve more',
  ],
  [
    /not a SCSI|SG_IO|scsi generic|INQUIRY failed|not a SG/i,
    "the source is no SCSI device that passes commands through: take <disk device='disk'>",
  ],
  [/No such file or directory|could not find/i, 'make the file, or correct its path'],
  [/Connection refused|Failed to connect/i, 'start what serves it before the guest'],
];

/** What a person can do about a message of QEMU; undefined for one that is not known. */
export function wayOut(message: string): string | undefined {
  return WAYS.find(([pattern]) => pattern.test(message))?.[1];
}
