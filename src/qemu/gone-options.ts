import { compareVersions, parseVersion, type BinaryVersion } from './version';

export interface GoneOption {
  /** The first release without it, or of a table of deprecated ones the first that warns of it. */
  readonly until: string;
  /** What to write in its place. */
  readonly instead: string;
}

/** A pattern of the value that follows an option. */
export type GoneValue = GoneOption & { readonly option: string; readonly value: RegExp };

/** Options that QEMU has dropped, by name (QEMU docs/about/removed-features.rst). */
const GONE_OPTIONS: Readonly<Record<string, GoneOption>> = {
  hdachs: { until: '2.12', instead: '-device with cyls=, heads= and secs=' },
  'no-kvm-pit': { until: '2.12', instead: 'nothing: it had no effect' },
  tdf: { until: '2.12', instead: 'nothing: it had no effect' },
  'no-kvm-irqchip': { until: '3.0', instead: '-machine kernel_irqchip=off' },
  'no-kvm-pit-reinjection': { until: '3.0', instead: '-global kvm-pit.lost_tick_policy=discard' },
  balloon: { until: '3.1', instead: '-device virtio-balloon-pci' },
  bootp: { until: '3.1', instead: '-netdev user,bootfile=' },
  redir: { until: '3.1', instead: '-netdev user,hostfwd=' },
  smb: { until: '3.1', instead: '-netdev user,smb=' },
  tftp: { until: '3.1', instead: '-netdev user,tftp=' },
  localtime: { until: '3.1', instead: '-rtc base=localtime' },
  nodefconfig: { until: '3.1', instead: '-no-user-config' },
  'rtc-td-hack': { until: '3.1', instead: '-rtc driftfix=slew' },
  startdate: { until: '3.1', instead: '-rtc base=' },
  'no-kvm': { until: '5.2', instead: '-accel tcg' },
  realtime: { until: '6.0', instead: '-overcommit mem-lock=on' },
  'show-cursor': { until: '6.0', instead: '-display sdl,show-cursor=on' },
  'tb-size': { until: '6.0', instead: '-accel tcg,tb-size=' },
  'no-quit': { until: '7.0', instead: '-display sdl,window-close=off' },
  'enable-fips': { until: '7.1', instead: 'nothing: libraries follow the host' },
  writeconfig: { until: '7.1', instead: 'nothing: write the file by hand' },
  'alt-grab': { until: '7.1', instead: '-display sdl,grab-mod=lshift-lctrl-lalt' },
  'ctrl-grab': { until: '7.1', instead: '-display sdl,grab-mod=rctrl' },
  sdl: { until: '7.1', instead: '-display sdl' },
  curses: { until: '7.1', instead: '-display curses' },
  soundhw: { until: '7.1', instead: '-audiodev and -device, such as -device intel-hda -device hda-duplex' },
  watchdog: { until: '7.2', instead: '-device, such as -device i6300esb' },
  'audio-help': { until: '8.2', instead: '-audiodev help' },
  'no-hpet': { until: '9.0', instead: '-machine hpet=off' },
  'no-acpi': { until: '9.0', instead: '-machine acpi=off' },
  'async-teardown': { until: '9.0', instead: '-run-with async-teardown=on' },
  chroot: { until: '9.0', instead: '-run-with chroot=' },
  singlestep: { until: '9.0', instead: '-accel tcg,one-insn-per-tb=on' },
  portrait: { until: '9.2', instead: 'nothing: turn the screen in the guest' },
  rotate: { until: '9.2', instead: 'nothing: turn the screen in the guest' },
  runas: { until: '10.0', instead: '-run-with user=' },
  'old-param': { until: '10.2', instead: 'nothing: no board needs it' },
};

/** What options no longer take. */
const GONE_VALUES: readonly GoneValue[] = [
  { option: 'net', value: /^channel(,|$)/, until: '2.12', instead: '-netdev user,guestfwd=' },
  { option: 'net', value: /^dump(,|$)/, until: '2.12', instead: '-object filter-dump' },
  { option: 'drive', value: /(^|,)(serial|addr|cyls|heads|secs|trans)=/, until: '3.0', instead: '-device' },
  { option: 'net', value: /(^|,)vlan=/, until: '3.0', instead: '-netdev, or -netdev hubport' },
  {
    option: 'vnc',
    value: /,(tls|x509|x509verify)(?=[=,]|$)/,
    until: '3.1',
    instead: 'tls-creds= and -object tls-creds-x509',
  },
  { option: 'device', value: /^ivshmem(,|$)/, until: '4.0', instead: 'ivshmem-plain or ivshmem-doorbell' },
  { option: 'net', value: /(^|,)name=/, until: '5.1', instead: 'id=' },
  {
    option: 'machine',
    value: /(^|,)enforce-config-section=/,
    until: '5.2',
    instead: '-global migration.send-configuration=',
  },
  { option: 'vnc', value: /,acl(?=[=,]|$)/, until: '6.0', instead: 'tls-authz= or sasl-authz=' },
  { option: 'usbdevice', value: /^audio(,|$)/, until: '6.0', instead: '-device usb-audio' },
  { option: 'usbdevice', value: /^ccid(,|$)/, until: '6.0', instead: '-device usb-ccid' },
  {
    option: 'device',
    value: /^isa-fdc,(.*,)?drive[AB]=/,
    until: '6.0',
    instead: '-device floppy,unit=,drive=',
  },
  { option: 'global', value: /^isa-fdc\.drive[AB]=/, until: '6.0', instead: '-device floppy,unit=,drive=' },
  { option: 'display', value: /^sdl,(.*,)?window_close=/, until: '7.1', instead: 'window-close=' },
  { option: 'display', value: /^sdl,(.*,)?(alt|ctrl)_grab=/, until: '7.1', instead: 'grab-mod=' },
  { option: 'chardev', value: /^tty(,|$)/, until: '8.0', instead: '-chardev serial' },
  { option: 'chardev', value: /^parport(,|$)/, until: '8.0', instead: '-chardev parallel' },
  { option: 'spice', value: /(^|,)password=/, until: '8.0', instead: 'password-secret= and -object secret' },
  { option: 'device', value: /^scsi-disk(,|$)/, until: '6.0', instead: 'scsi-hd or scsi-cd' },
  { option: 'device', value: /^ide-drive(,|$)/, until: '6.0', instead: 'ide-hd or ide-cd' },
  { option: 'device', value: /^sga(,|$)/, until: '8.0', instead: '-machine graphics=off' },
  {
    option: 'device',
    value: /^virtio-blk[^,]*,(.*,)?scsi=on(,|$)/,
    until: '9.1',
    instead: 'scsi-block on virtio-scsi',
  },
  { option: 'smp', value: /,\w+=0(?=,|$)/, until: '9.0', instead: 'a count of one or more, or leave it out' },
  { option: 'device', value: /^pvrdma(,|$)/, until: '9.1', instead: 'nothing: QEMU has no RDMA for guests' },
  { option: 'fsdev', value: /^proxy(,|$)/, until: '9.2', instead: '-fsdev local, or virtiofsd' },
  { option: 'virtfs', value: /^proxy(,|$)/, until: '9.2', instead: '-virtfs local, or virtiofsd' },
  {
    option: 'object',
    value: /^(secret|tls-creds)[^,]*,(.*,)?loaded=/,
    until: '9.2',
    instead: 'nothing: it had no effect',
  },
  { option: 'chardev', value: /,reconnect=/, until: '10.2', instead: 'reconnect-ms=, in milliseconds' },
  {
    option: 'netdev',
    value: /^stream,(.*,)?reconnect=/,
    until: '10.2',
    instead: 'reconnect-ms=, in milliseconds',
  },
  { option: 'device', value: /^sd-card,(.*,)?spec_version=1(,|$)/, until: '10.2', instead: 'spec_version=2' },
  {
    option: 'device',
    value: /^vfio-(calxeda-xgmac|amd-xgbe|platform)(,|$)/,
    until: '10.2',
    instead: 'vfio-pci, with a PCI device',
  },
  {
    option: 'drive',
    value: /(^|,)(file=gluster(\+\w+)?:|(file\.)?driver=gluster(,|$))/,
    until: '11.1',
    instead: 'an image that another protocol serves, such as nbd',
  },
  {
    option: 'blockdev',
    value: /(^|,)(file\.)?driver=gluster(,|$)|"driver": *"gluster"/,
    until: '11.1',
    instead: 'an image that another protocol serves, such as nbd',
  },
  { option: 'accel', value: /^hax(,|$)/, until: '8.2', instead: 'whpx, hvf or tcg' },
];

/** An option that this QEMU has no more; `value` is the argument behind it. */
export function goneOption(
  option: string,
  value: string | undefined,
  version: BinaryVersion,
): FoundOption | undefined {
  return optionAmong(GONE_OPTIONS, GONE_VALUES, option, value, version);
}

/** A row, and the option or value that it is of: `-no-hpet`, `-drive serial=`. */
export type FoundOption = GoneOption & { readonly what: string };

/** The row of an option, or of what it is given, that holds for a release. */
export function optionAmong(
  options: Readonly<Record<string, GoneOption>>,
  values: readonly GoneValue[],
  option: string,
  value: string | undefined,
  version: BinaryVersion,
): FoundOption | undefined {
  const name = option.replace(/^--?/, '');
  const whole = Object.hasOwn(options, name) ? options[name] : undefined;
  if (whole !== undefined && isPast(whole, version)) return { ...whole, what: `-${name}` };
  if (value === undefined) return undefined;
  // A doubled comma is one of the value before it.
  const words = value.replaceAll(',,', '\0');
  const part = values.find((row) => row.option === name && row.value.test(words) && isPast(row, version));
  return part && { ...part, what: `-${name} ${part.value.exec(words)?.[0].replaceAll(/^,|,$/g, '') ?? ''}` };
}

function isPast({ until }: GoneOption, version: BinaryVersion): boolean {
  const gone = parseVersion(until);
  return gone !== undefined && compareVersions(version, gone) >= 0;
}
