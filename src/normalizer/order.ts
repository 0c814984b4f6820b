/** In which order libvirt writes the children of an element; a new one goes behind those that come before it. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  domain: [
    'name uuid genid title description metadata maxMemory memory currentMemory memoryBacking blkiotune memtune',
    'vcpu vcpus iothreads iothreadids defaultiothread cputune numatune resource sysinfo bootloader bootloader_args',
    'os idmap features cpu clock on_poweroff on_reboot on_crash on_lockfailure pm perf devices seclabel keywrap',
    'launchSecurity',
  ],
  os: [
    'type firmware loader nvram varstore init kernel initrd cmdline dtb shim acpi boot bootmenu bios smbios',
  ],
  devices: [
    'emulator disk controller lease filesystem interface smartcard serial parallel console channel input tpm',
    'graphics sound audio video hostdev redirdev redirfilter hub watchdog memballoon rng nvram panic shmem',
    'memory iommu vsock crypto pstore',
  ],
  // of a device
  '': [
    'driver auth mac source backenddomain backingStore mirror bandwidth vlan virtualport portForward model backend',
    'protocol log target iotune readonly shareable transient serial wwn vendor product encryption teaming boot codec',
    'audio rom acpi zpci alias address',
  ],
};

const ranks = new Map(
  Object.entries(ORDER).map(([parent, lines]) => [
    parent,
    new Map(
      lines
        .join(' ')
        .split(' ')
        .map((name, rank) => [name, rank]),
    ),
  ]),
);

/** The place of a child among its siblings; undefined for one that libvirt does not know there. */
export function rankOf(parent: string, child: string): number | undefined {
  return (ranks.get(parent) ?? ranks.get(''))?.get(child);
}
