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
