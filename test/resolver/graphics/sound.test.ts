import { convert } from '../../../src/convert';

/** What libvirt gives a guest with these screens to be heard by, or what it says. */
function heard(...types: string[]) {
  const { argv, diagnostics } = convert(
    `<domain type='kvm'><name>heard</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `<devices>${types.map((type) => `<graphics type='${type}'/>`).join('')}</devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  );
  const refused = diagnostics.find(({ severity }) => severity === 'error');
  return refused?.code ?? (argv?.includes('-audiodev') && argv[argv.indexOf('-audiodev') + 1]);
}

test.each([
  [['sdl', 'vnc'], '{"id":"audio1","driver":"none"}'],
  [['sdl', 'spice'], '{"id":"audio1","driver":"spice"}'],
  [['sdl', 'vnc', 'spice'], '{"id":"audio1","driver":"spice"}'],
  [['spice', 'sdl'], false],
  // VNC is to name a back end
  [['vnc', 'sdl'], 'audio-none'],
])('the last screen with sound decides: %s', (types, said) => {
  expect(heard(...types)).toBe(said);
});
