import { compareVersions, parseVersion, type BinaryVersion } from './version';

interface GoneOption {
  /** The first release without it. */
  readonly until: string;
  /** What to write in its place. */
  readonly instead: string;
}

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
};

/** What options no longer take: a pattern of the value that follows them. */
const GONE_VALUES: readonly (GoneOption & { readonly option: string; readonly value: RegExp })[] = [
  { option: 'drive', value: /(^|,)(serial|addr|cyls|heads|secs|trans)=/, until: '3.0', instead: '-device' },
  { option: 'net', value: /(^|,)vlan=/, until: '3.0', instead: '-netdev, or -netdev hubport' },
  { option: 'net', value: /(^|,)name=/, until: '5.1', instead: 'id=' },
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
  { option: 'accel', value: /^hax(,|$)/, until: '8.2', instead: 'whpx, hvf or tcg' },
];

/** An option that this QEMU has no more; `value` is the argument behind it. */
export function goneOption(
  option: string,
  value: string | undefined,
  version: BinaryVersion,
): (GoneOption & { readonly what: string }) | undefined {
  const name = option.replace(/^--?/, '');
  const whole = Object.hasOwn(GONE_OPTIONS, name) ? GONE_OPTIONS[name] : undefined;
  if (whole !== undefined && isPast(whole, version)) return { ...whole, what: `-${name}` };
  if (value === undefined) return undefined;
  // A doubled comma is one of the value before it.
  const words = value.replaceAll(',,', '\0');
  const part = GONE_VALUES.find(
    (row) => row.option === name && row.value.test(words) && isPast(row, version),
  );
  return part && { ...part, what: `-${name} ${part.value.exec(words)?.[0].replaceAll(/^,|,$/g, '') ?? ''}` };
}

function isPast({ until }: GoneOption, version: BinaryVersion): boolean {
  const gone = parseVersion(until);
  return gone !== undefined && compareVersions(version, gone) >= 0;
}
