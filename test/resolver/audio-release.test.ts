import { convert } from '../../src/convert';
import { qemuOf } from '../../src/qemu/qemu';

const guest = (devices: string) =>
  `<domain type='kvm'><name>a</name><memory>65536</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
  `<devices><sound model='ac97'/>${devices}</devices></domain>`;

const run = (devices: string, major: number) =>
  convert(guest(devices), { qemu: qemuOf({ version: { major, minor: 0, micro: 0 }, arch: 'x86_64' }) });

test('before -audiodev the environment names the back end', () => {
  const { plan, argv } = run("<audio id='1' type='pulseaudio'/>", 3);
  expect(plan?.environment).toEqual([{ name: 'QEMU_AUDIO_DRV', value: 'pa' }]);
  expect(argv?.join(' ')).not.toContain('audiodev');
});

test('since then the command line does', () => {
  const { plan, argv } = run("<audio id='1' type='pulseaudio'/>", 4);
  expect(plan?.environment).toEqual([]);
  expect(argv).toContain('pa,id=audio1');
});

test.each([
  ['a second back end', "<audio id='1' type='alsa'/><audio id='2' type='oss'/>"],
  ['settings', "<audio id='1' type='pulseaudio' serverName='s.example.org'/>"],
])('%s needs the option', (_name, devices) => {
  const { diagnostics } = run(devices, 3);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'qemu-lacks',
  ]);
});
