/** Options of a part that come from somewhere else than the part as a whole. */
export interface OptionWords {
  readonly paths: readonly string[];
  readonly implied: string;
  readonly change?: string;
}

export const OPTIONS: Readonly<Record<string, OptionWords>> = {
  '-S': { paths: [], implied: 'the guest is to wait until somebody lets it go', change: '--paused' },
  '-display': {
    paths: [],
    implied: 'no <graphics> is there: QEMU is to open no window',
    change: '<graphics>',
  },
  '-nographic': {
    paths: [],
    implied: 'no <graphics> is there: QEMU is to open no window',
    change: '<graphics>',
  },
  '-no-user-config': { paths: [], implied: "no settings of QEMU's own files are to change the guest" },
  '-no-reboot': {
    paths: ['on_reboot'],
    implied: 'QEMU is to end where the guest reboots',
    change: '<on_reboot>',
  },
  '-no-shutdown': {
    paths: ['on_poweroff'],
    implied: 'QEMU is to stay when the guest shuts down, so that somebody can see why',
    change: '<on_poweroff>',
  },
  '-action': { paths: ['on_crash'], implied: 'what happens when the guest panics', change: '<on_crash>' },
  '-no-acpi': {
    paths: ['features'],
    implied: 'the XML has no <acpi/>',
    change: '<features><acpi/></features>',
  },
  '-kernel': { paths: ['os/kernel'], implied: 'a kernel of the host boots' },
  '-initrd': { paths: ['os/initrd'], implied: 'a kernel of the host boots' },
  '-append': { paths: ['os/cmdline'], implied: 'a kernel of the host boots' },
  '-dtb': { paths: ['os/dtb'], implied: 'a device tree of the host' },
  '-shim': { paths: ['os/shim'], implied: 'a kernel of the host boots' },
  '-acpitable': { paths: ['os/acpi/table'], implied: 'an ACPI table of the host' },
  '-fw_cfg': { paths: ['sysinfo'], implied: 'what the firmware can read' },
  '-bios': { paths: ['os/loader', 'os/@firmware'], implied: 'the firmware of the machine' },
  '-run-with': { paths: ['features/async-teardown'], implied: 'memory is given back in the background' },
  '-overcommit': { paths: ['memoryBacking/locked'], implied: 'none of the memory is swapped' },
  '-realtime': { paths: ['memoryBacking/locked'], implied: 'none of the memory is swapped' },
  '-compat': { paths: ['qemu:deprecation'], implied: 'what QEMU does with deprecated words' },
  '-msg': { paths: [], implied: 'log lines have the time' },
};
