/** Options without a value (QEMU qemu-options.hx). */
export const FLAGS: ReadonlySet<string> = new Set(
  (
    '-S -s -h -help -version -nodefaults -no-user-config -nodefconfig -nographic -enable-kvm -no-kvm -no-acpi -no-hpet ' +
    '-no-reboot -no-shutdown -no-quit -no-frame -no-fd-bootchk -daemonize -mem-prealloc -usb -snapshot -full-screen ' +
    '-win2k-hack -rtc-td-hack -only-migratable -preconfig -singlestep -enable-fips -old-param -semihosting -alt-grab ' +
    '-ctrl-grab -portrait -curses -sdl -xen-attach -nouserconfig -enable-sync-profile'
  ).split(' '),
);

/** Options whose value is one text, whatever commas it has. */
export const TEXTS: ReadonlySet<string> = new Set(
  (
    '-uuid -append -kernel -initrd -dtb -shim -bios -loadvm -incoming -k -L -D -d -pidfile -watchdog -watchdog-action ' +
    '-serial -parallel -monitor -qmp -qmp-pretty -vga -hda -hdb -hdc -hdd -fda -fdb -cdrom -sd -mtdblock -pflash ' +
    '-usbdevice -virtioconsole -debugcon -gdb -trace -readconfig -writeconfig -runas -chroot -mem-path -soundhw -g ' +
    '-dfilter -seed -plugin -device-help'
  ).split(' '),
);

/** The name of the first value, where the option gives it one. */
export const FIRST_NAMES: Readonly<Record<string, string>> = {
  '-machine': 'type',
  '-accel': 'accel',
  '-cpu': 'model',
  '-smp': 'cpus',
  '-m': 'size',
  '-device': 'driver',
  '-netdev': 'type',
  '-net': 'type',
  '-object': 'qom-type',
  '-chardev': 'backend',
  '-audio': 'driver',
  '-audiodev': 'driver',
  '-blockdev': 'driver',
  '-tpmdev': 'type',
  '-fsdev': 'fsdriver',
  '-name': 'guest',
  '-display': 'type',
  '-vnc': 'vnc',
  '-boot': 'order',
  '-mon': 'chardev',
  '-sandbox': 'enable',
  '-numa': 'type',
  '-fw_cfg': 'name',
  '-rtc': 'base',
};

/** Options that have had another name. */
export const SAME_OPTION: Readonly<Record<string, string>> = { '-M': '-machine', '-enable-kvm': '-accel' };
