import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { parseQemuConf, qemuConfOf } from '../../src/host/qemu-conf';
import { QEMU_CONF_DEFAULTS } from '../../src/model/qemu-conf';

function read(text: string) {
  const said: Diagnostic[] = [];
  return { conf: parseQemuConf(text, 'qemu.conf', (diagnostic) => said.push(diagnostic)), said };
}

test('settings that bear on the command line; others, comments and lists are passed over', () => {
  const text = `# comment\nspice_tls = 1\nvnc_listen = "0.0.0.0" # all\nuser = "qemu"\ncgroup_controllers = [ "cpu",\n  "memory" ]\nvnc_tls = 0\n`;
  expect(read(text)).toEqual({
    conf: { ...QEMU_CONF_DEFAULTS, spice_tls: true, vnc_listen: '0.0.0.0' },
    said: [],
  });
});

test('what is set for all that is encrypted holds where nothing of its own is', () => {
  const own = 'vnc_tls_x509_cert_dir = "/srv/vnc"\nchardev_tls_x509_verify = 1\n';
  const all =
    'default_tls_x509_cert_dir = "/srv/all"\ndefault_tls_x509_verify = 0\ndefault_tls_x509_secret_uuid = "b7c6"\n';
  expect(read(own + all).conf).toMatchObject({
    vnc_tls_x509_cert_dir: '/srv/vnc',
    spice_tls_x509_cert_dir: '/srv/all',
    nbd_tls_x509_cert_dir: '/srv/all',
    chardev_tls_x509_verify: true,
    vnc_tls_x509_verify: false,
    vnc_tls_x509_secret_uuid: 'b7c6',
  });
  expect(read(all).conf.chardev_tls_x509_verify).toBe(false);
  expect(read('default_tls_x509_verify = 1\n').conf.vnc_tls_x509_verify).toBe(true);
});

test('a password that is set to nothing is another than one that is not set', () => {
  expect(read('vnc_password = ""\n').conf).toMatchObject({ vnc_password: '', spice_password: undefined });
});

test('numbers and words', () => {
  expect(read('seccomp_sandbox = 0\ndeprecation_behavior = "crash"\n').conf).toMatchObject({
    seccomp_sandbox: 0,
    deprecation_behavior: 'crash',
  });
});

test.each([
  ['vnc_tls = "no"', 'write it as vnc_tls = 1'],
  ['seccomp_sandbox = "off"', 'write it as seccomp_sandbox = 1'],
  ['vnc_listen = 5', 'write it as vnc_listen = "text"'],
  ['deprecation_behavior = "warn"', 'write it as deprecation_behavior = "none"'],
])('%s: the way out is a value that is taken', (text, help) => {
  const { said } = read(text);
  expect(said).toMatchObject([{ code: 'qemu-conf-type', help }]);
  expect(read(help.replace('write it as ', '')).said).toEqual([]);
});

test('a line that is no setting', () => {
  const { said } = read('vnc_tls = 1\nspice_tls: yes\n');
  expect(said).toMatchObject([
    { code: 'qemu-conf-syntax', message: "qemu.conf:2: 'spice_tls: yes' is not a setting" },
  ]);
});

test('what a file does not set is as it is known to be on the host', () => {
  const base = qemuConfOf({ qemuConf: { spice_password: 'set', vnc_tls: true } });
  expect(parseQemuConf('vnc_tls = 0\n', 'qemu.conf', () => {}, base)).toEqual({
    ...QEMU_CONF_DEFAULTS,
    spice_password: 'set',
  });
});

test('names of Object.prototype are no settings', () => {
  expect(read('constructor = 1\n__proto__ = 1\n').conf).toEqual(QEMU_CONF_DEFAULTS);
});

test.each([
  ['vnc_tls = "no"', 'vnc_tls must be 0 or 1'],
  ['vnc_tls = -1', 'vnc_tls must be 0 or 1'],
  ['vnc_tls = [ "yes" ]', 'vnc_tls must be 0 or 1'],
  ['vnc_listen = 5', 'vnc_listen must be a text in quotes'],
  ['default_tls_x509_verify = 2', 'default_tls_x509_verify must be 0 or 1'],
  ['seccomp_sandbox = "off"', 'seccomp_sandbox must be a whole number'],
  [
    'deprecation_behavior = "warn"',
    'deprecation_behavior must be one of none, omit, reject, crash, in quotes',
  ],
  ['deprecation_behavior = 1', 'deprecation_behavior must be one of none, omit, reject, crash, in quotes'],
  ['cgroup_controllers = [ "cpu",\n"memory"\nvnc_tls = 1', 'the list that begins here has no end'],
])('%s: what libvirt refuses is refused, and not taken', (text, message) => {
  const { conf, said } = read(`# comment\n${text}\n`);
  expect(said.map((diagnostic) => diagnostic.message)).toEqual([`qemu.conf:2: ${message}`]);
  expect(conf).toEqual(QEMU_CONF_DEFAULTS);
});
