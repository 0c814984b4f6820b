/** A guest that boots a Linux, lists its LUNs (init) and goes out. */
export interface LinuxGuest {
  /** The folder with vmlinuz and initrd.gz. */
  readonly kernel: string;
  /** The file that takes what the guest says. */
  readonly console: string;
  readonly machine: string;
  /** The XML of controllers, disks and host devices. */
  readonly devices: string;
}

export function linuxGuest({ kernel, console, machine, devices }: LinuxGuest): string {
  return `<domain type='qemu'>
  <name>guest</name>
  <memory unit='MiB'>256</memory>
  <os>
    <type arch='x86_64' machine='${machine}'>hvm</type>
    <kernel>${kernel}/vmlinuz</kernel>
    <initrd>${kernel}/initrd.gz</initrd>
    <cmdline>console=ttyS0 quiet panic=-1</cmdline>
  </os>
  <features><acpi/></features>
  <on_reboot>destroy</on_reboot>
  <devices>
    ${devices}
    <serial type='file'><source path='${console}'/><target port='0'/></serial>
    <memballoon model='none'/>
  </devices>
</domain>`;
}

/** What the guest finds on its SCSI buses. */
export interface Seen {
  /** H:C:T:L. */
  readonly at: string;
  /** SPC peripheral device type. */
  readonly type: string;
  readonly vendor: string;
  readonly model: string;
}

/** The lines of `init`; throws where the guest did not come to their end. */
export function lunsSeen(said: string): Seen[] {
  if (!said.includes('LUNS END')) throw new Error(`the guest listed no LUNs: ${said}`);
  const lines = said.split(/\r?\n/).filter((line) => line.startsWith('LUN|'));
  return lines.map((line) => {
    const [, at = '', type = '', vendor = '', model = ''] = line.split('|').map((word) => word.trim());
    return { at, type, vendor, model };
  });
}
