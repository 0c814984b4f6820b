/** What of an option the guest notices: all of it, nothing, or all but or only what is named. */
export type Noticed =
  | { readonly guest: true; readonly except?: ReadonlySet<string> }
  | { readonly guest: false; readonly except?: ReadonlySet<string> };

const guest = (...except: string[]): Noticed => ({ guest: true, except: new Set(except) });
const host = (...except: string[]): Noticed => ({ guest: false, except: new Set(except) });

/** What runs beside QEMU, and what is done on the host, as `beside.ts` names it. */
const BESIDE: Readonly<Record<string, Noticed>> = {
  'swtpm --tpm2': guest(),
  'virtiofsd --readonly': guest(),
  'passt --address': guest(),
  'passt --netmask': guest(),
  'passt --mtu': guest(),
  'set by the host': guest(),
};

/** An object by which the guest is encrypted: the guest can prove with what (QEMU qapi/qom.json, SevGuestProperties, TdxGuestProperties). */
export const ENCRYPTION: Noticed = guest(
  'id',
  'sev-device',
  'dh-cert-file',
  'session-file',
  'id-auth',
  'quote-generation-socket.path',
);

/** By option, and which of its properties are of the other side. An option that is not here is the host's. */
export const OPTIONS: Readonly<Record<string, Noticed>> = {
  '-machine': guest(
    'dump-guest-core',
    'mem-merge',
    'memory-backend',
    'pflash0',
    'pflash1',
    'pcspk-audiodev',
    'confidential-guest-support',
    'kernel_irqchip',
    'kvm_shadow_mem',
  ),
  '-accel': host('accel'),
  '-cpu': guest(),
  '-smp': guest(),
  '-m': guest('maxmem', 'slots'),
  '-numa': guest('memdev'),
  '-uuid': guest(),
  '-smbios': guest(),
  '-fw_cfg': guest(),
  '-acpitable': guest(),
  '-rtc': guest(),
  '-boot': guest(),
  '-bios': guest(),
  '-kernel': guest(),
  '-initrd': guest(),
  '-append': guest(),
  '-dtb': guest(),
  '-shim': guest(),
  '-no-acpi': guest(),
  '-no-hpet': guest(),
  '-global': guest(),
  '-nodefaults': guest(),
  '-serial': guest(),
  '-parallel': guest(),
  '-vga': guest(),
  '-usb': guest(),
  '-usbdevice': guest(),
  '-soundhw': guest(),
  '-watchdog': guest(),
  '-hda': guest(),
  '-hdb': guest(),
  '-hdc': guest(),
  '-hdd': guest(),
  '-cdrom': guest(),
  '-fda': guest(),
  '-fdb': guest(),
  '-drive': host(
    'if',
    'index',
    'unit',
    'bus',
    'media',
    'readonly',
    'serial',
    'cyls',
    'heads',
    'secs',
    'trans',
    'read-only',
    // of a slice: so large is the disk
    'size',
  ),
  '-blockdev': host('read-only', 'size'),
  '-fsdev': host('readonly', 'security_model'),
  '-netdev': host('net', 'host', 'dhcpstart', 'dns', 'hostname', 'restrict', 'ipv6-prefix', 'ipv6-prefixlen'),
  '-object': host('size'),
  ...BESIDE,
};
