import { DEPRECATION_BEHAVIORS, type DeprecationBehavior } from './domain';

/**
 * The settings of libvirt's qemu.conf that bear on a command line, under their own names, with libvirt 11.3's defaults;
 * undefined is a text that is not set, which is another thing than an empty one.
 */
export const QEMU_CONF_DEFAULTS = {
  vnc_listen: '127.0.0.1',
  vnc_auto_unix_socket: false,
  vnc_tls: false,
  vnc_tls_x509_cert_dir: '/etc/pki/libvirt-vnc',
  vnc_tls_x509_verify: false,
  vnc_tls_x509_secret_uuid: '',
  vnc_password: undefined,
  vnc_sasl: false,
  vnc_sasl_dir: '/etc/sasl2',
  vnc_allow_host_audio: false,
  nographics_allow_host_audio: false,
  spice_listen: '127.0.0.1',
  spice_tls: false,
  spice_tls_x509_cert_dir: '/etc/pki/libvirt-spice',
  spice_auto_unix_socket: false,
  spice_password: undefined,
  spice_sasl: false,
  spice_sasl_dir: '/etc/sasl2',
  rdp_listen: '127.0.0.1',
  rdp_tls_x509_cert_dir: '/etc/pki/libvirt-rdp',
  qemu_rdp: 'qemu-rdp',
  chardev_tls: false,
  chardev_tls_x509_cert_dir: '/etc/pki/libvirt-chardev',
  chardev_tls_x509_verify: true,
  chardev_tls_x509_secret_uuid: '',
  nbd_tls: false,
  nbd_tls_x509_cert_dir: '/etc/pki/libvirt-nbd',
  nbd_tls_x509_secret_uuid: '',
  vxhs_tls: false,
  vxhs_tls_x509_cert_dir: '/etc/pki/libvirt-vxhs',
  vxhs_tls_x509_secret_uuid: '',
  dump_guest_core: false,
  set_process_name: false,
  /** -1: where QEMU has it */ seccomp_sandbox: -1,
  memory_backing_dir: undefined,
  deprecation_behavior: 'none',
  storage_use_nbdkit: false,
} as const satisfies Readonly<Record<string, string | number | boolean | undefined>>;

type Widened<T> = T extends boolean
  ? boolean
  : T extends number
    ? number
    : T extends undefined
      ? string | undefined
      : T extends DeprecationBehavior
        ? DeprecationBehavior
        : string;

/** Every setting present: what the file says, else libvirt's default. */
export type QemuConf = {
  readonly [K in keyof typeof QEMU_CONF_DEFAULTS]: Widened<(typeof QEMU_CONF_DEFAULTS)[K]>;
};

/** What a setting is; a list: one of its words. */
export type SettingKind = 'boolean' | 'number' | 'text' | readonly string[];

/** The kind of each setting. */
export const qemuConfKinds = (): ReadonlyMap<string, SettingKind> =>
  new Map(
    Object.entries(QEMU_CONF_DEFAULTS).map(([name, usual]): [string, SettingKind] => {
      if (name === 'deprecation_behavior') return [name, DEPRECATION_BEHAVIORS];
      if (typeof usual === 'boolean') return [name, 'boolean'];
      return [name, typeof usual === 'number' ? 'number' : 'text'];
    }),
  );
