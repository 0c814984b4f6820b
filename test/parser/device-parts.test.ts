/** What a device has once, what a part of it cannot be without, and what stands for no value. */
import { convert } from '../../src/convert';

const conversion = (device: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${device}</devices></domain>`,
    { profile: 'libvirt', qemuVersion: '10.0' },
  );

const errors = (device: string) =>
  conversion(device)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.path.replace('domain/devices/', '') ?? ''}`);

test.each([
  [
    "<crypto model='virtio' type='qemu'><backend model='builtin'/><backend model='builtin'/></crypto>",
    'crypto/backend[2]',
  ],
  [
    "<rng model='virtio'><backend model='builtin'/><backend model='random'>/dev/random</backend></rng>",
    'rng/backend[2]',
  ],
  ["<serial type='pty'><protocol type='raw'/><protocol type='raw'/></serial>", 'serial/protocol[2]'],
])('%s', (device, place) => {
  expect(errors(device)).toEqual([`element-twice ${place}`]);
});

const agent = (part: string) =>
  `<channel type='qemu-vdagent'><source>${part}</source><target type='virtio' name='com.redhat.spice.0'/></channel>`;
const spice = (part: string) => `<graphics type='spice'>${part}</graphics>`;

test.each([
  [spice('<gl/>'), "attribute 'enable' of <gl>"],
  ["<graphics type='sdl'><gl/></graphics>", "attribute 'enable' of <gl>"],
  [spice('<image/>'), "attribute 'compression' of <image>"],
  [spice('<jpeg/>'), "attribute 'compression' of <jpeg>"],
  [spice('<zlib/>'), "attribute 'compression' of <zlib>"],
  [spice('<playback/>'), "attribute 'compression' of <playback>"],
  [spice('<streaming/>'), "attribute 'mode' of <streaming>"],
  [spice('<clipboard/>'), "attribute 'copypaste' of <clipboard>"],
  [spice('<mouse/>'), "attribute 'mode' of <mouse>"],
  [spice('<filetransfer/>'), "attribute 'enable' of <filetransfer>"],
  [spice("<channel name='main'/>"), "attribute 'mode' of <channel>"],
  [spice("<channel mode='any'/>"), "attribute 'name' of <channel>"],
  ["<graphics type='vnc'><audio/></graphics>", "attribute 'id' of <audio>"],
  [agent('<clipboard/>'), "attribute 'copypaste' of <clipboard>"],
  [agent('<mouse/>'), "attribute 'mode' of <mouse>"],
  ["<sound model='ac97'><audio/></sound>", "attribute 'id' of <audio>"],
  ["<sound model='ich9'><codec/></sound>", "attribute 'type' of <codec>"],
])('%s', (device, part) => {
  expect(
    conversion(device)
      .diagnostics.filter(({ code }) => code === 'value-missing')
      .map(({ message }) => message),
  ).toEqual([`${part} is missing`]);
});

test('a sound card of virtio has a stream at least', () => {
  expect(errors("<sound model='virtio' streams='0'/>")).toEqual(['value-invalid sound/@streams']);
});

test.each([
  ['<rate/>', {}],
  ["<rate bytes='0' period='5'/>", {}],
  ["<rate bytes='10' period='0'/>", { 'max-bytes': 10, period: 1000 }],
])('0 is no value of a rate: %s', (rate, expected) => {
  const { argv = [] } = conversion(`<rng model='virtio'>${rate}<backend model='builtin'/></rng>`);
  const device = JSON.parse(argv.find((word) => word.includes('virtio-rng')) ?? '') as Record<
    string,
    unknown
  >;
  for (const word of ['max-bytes', 'period'])
    expect(device[word]).toBe((expected as Record<string, unknown>)[word]);
});

test('a <seclabel> that asks for nothing needs no label', () => {
  const serial = (label: string) => `<serial type='file'><source path='/a'>${label}</source></serial>`;
  expect(errors(serial("<seclabel model='dac'/>"))).toEqual([]);
  expect(errors(serial("<seclabel model='dac' relabel='yes'/>"))).toEqual([
    'seclabel-invalid serial/source/seclabel',
  ]);
});
