/** What the output is for; see the named answers below. */
export type ProfileName = 'standalone' | 'libvirt';
export type StorageForm = 'drive' | 'blockdev';

/** The release of libvirt whose command lines `--profile libvirt` gives. */
export const FOLLOWED_LIBVIRT = '11.3';

/** The newest release of libvirt whose domain XML is read whole; what came after 11.3 is written as that one writes it. */
export const READ_LIBVIRT = '12.9';

/**
 * The named answers in which the profiles differ. Device code asks these, never the profile's name.
 */
export interface Profile {
  readonly name: ProfileName;
  /** How a block back end is written. */
  readonly storage: StorageForm;
  /** JSON for -object, -device and -netdev where that QEMU has it; else keyval everywhere. */
  readonly json: boolean;
  /** File descriptors that the caller hands over (numbers are placeholders), or paths and helpers instead. */
  readonly descriptors: boolean;
  /** A machine type that this QEMU lacks is refused whatever the release; libvirt asks those that it still runs. */
  readonly checksMachine: boolean;
  /** Where the emulator is that the guest does not name: in PATH, or where libvirt finds it. */
  readonly emulators: string;
  /** Secrets encrypted with a master key object, or read from a file that the user names. */
  readonly masterKey: boolean;
  /** libvirt's monitor socket by descriptor. */
  readonly libvirtMonitor: boolean;
  /** QEMU starts stopped. */
  readonly paused: boolean;
  /** Sources are looked up in the host facts before they are passed on. */
  readonly checksHost: boolean;
  /** scsi-block or scsi-generic by the decision table, or as libvirt: disk lun -> scsi-block, hostdev -> scsi-generic. */
  readonly scsiByTable: boolean;
  /** Addresses of disks are held to what QEMU takes, and those that the XML leaves out avoid what it refuses; libvirt's do not. */
  readonly addressesFit: boolean;
  /** Blanks in a disk's serial get a backslash, which the guest then sees: libvirt keeps it for old guests' sake. */
  readonly escapesSerials: boolean;
  /** A folder that is only read is so by a name without a value, which QEMU calls deprecated but takes. */
  readonly bareReadonly: boolean;
  /** Firmware by path under `<os firmware=>` must have a descriptor that says the same. */
  readonly firmwareByDescriptor: boolean;
  /** A LUN on virtio-blk gets the legacy device that QEMU 2.4 and later ask for; libvirt's does not start there. */
  readonly legacyVirtioLun: boolean;
  /** Sockets of companions lie in the folders of libvirt's daemon, or in /run. */
  readonly daemonFolders: boolean;
  /** QEMU's ssh driver finds the user's own ssh-agent and known hosts. */
  readonly sshAgent: boolean;
  /** What QEMU refuses as it starts is refused before; libvirt leaves it to QEMU. */
  readonly checksForQemu: boolean;
  /** What libvirt refuses for a reason of its own is refused. */
  readonly checksForLibvirt: boolean;
  /** What the XML leaves open is as libvirt has it, and so is what no guest asks for: -sandbox, -msg, -no-user-config. */
  readonly libvirtDefaults: boolean;
}

const STANDALONE: Profile = {
  name: 'standalone',
  storage: 'drive',
  json: false,
  descriptors: false,
  checksMachine: true,
  emulators: '',
  masterKey: false,
  libvirtMonitor: false,
  paused: false,
  checksHost: true,
  scsiByTable: true,
  addressesFit: true,
  escapesSerials: false,
  bareReadonly: false,
  firmwareByDescriptor: false,
  legacyVirtioLun: true,
  daemonFolders: false,
  sshAgent: true,
  checksForQemu: true,
  checksForLibvirt: false,
  libvirtDefaults: false,
};

const LIBVIRT: Profile = {
  name: 'libvirt',
  storage: 'blockdev',
  json: true,
  descriptors: true,
  checksMachine: false,
  emulators: '/usr/bin/',
  masterKey: true,
  libvirtMonitor: true,
  paused: true,
  checksHost: false,
  scsiByTable: false,
  addressesFit: false,
  escapesSerials: true,
  bareReadonly: true,
  firmwareByDescriptor: true,
  legacyVirtioLun: false,
  daemonFolders: true,
  sshAgent: false,
  checksForQemu: false,
  checksForLibvirt: true,
  libvirtDefaults: true,
};

export const PROFILES: Readonly<Record<ProfileName, Profile>> = { standalone: STANDALONE, libvirt: LIBVIRT };
