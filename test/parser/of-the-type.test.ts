/** What a device's type has no use for is not read, and so warned of: the same words mean something on another type. */
import { convert } from '../../src/convert';

const unread = (device: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${device}</devices></domain>`,
    { profile: 'libvirt' },
  )
    .diagnostics.filter(({ code }) => /^unread/.test(code))
    .map(({ message }) => message.split(' is not')[0]);

test.each([
  [
    "<interface type='user'><source bridge='br0' network='default'/></interface>",
    ["attribute 'bridge' of <source>", "attribute 'network' of <source>"],
  ],
  ["<interface type='bridge'><source bridge='br0' path='/a'/></interface>", ["attribute 'path' of <source>"]],
  // as libvirt shows a guest that runs
  ["<interface type='bridge'><source bridge='br0' network='lan' portid='a' portgroup='b'/></interface>", []],
  ["<interface type='network'><source network='lan' bridge='br0' portid='a'/></interface>", []],
  [
    "<interface type='mcast'><source address='230.0.0.1' port='1'><local address='a' port='2'/></source></interface>",
    ['<local>'],
  ],
  [
    "<serial type='tcp'><source mode='bind' host='h' service='1' path='/a'/></serial>",
    ["attribute 'path' of <source>"],
  ],
  [
    "<serial type='file'><source path='/a' append='on' host='h' service='1' tls='yes'/></serial>",
    ["attribute 'host' of <source>", "attribute 'service' of <source>", "attribute 'tls' of <source>"],
  ],
  ["<serial type='pty'><source path='/dev/pts/1'/></serial>", []],
  [
    "<serial type='unix'><source mode='bind' path='/a' channel='c'/></serial>",
    ["attribute 'channel' of <source>"],
  ],
  [
    "<controller type='scsi' ports='4' vectors='2'/>",
    ["attribute 'ports' of <controller>", "attribute 'vectors' of <controller>"],
  ],
  ["<controller type='usb' vectors='2'/>", ["attribute 'vectors' of <controller>"]],
  [
    "<graphics type='sdl' port='5900' passwd='x'/>",
    ["attribute 'passwd' of <graphics>", "attribute 'port' of <graphics>"],
  ],
  [
    "<sound model='ac97' streams='2' multichannel='yes'/>",
    ["attribute 'multichannel' of <sound>", "attribute 'streams' of <sound>"],
  ],
  ["<sound model='usb' multichannel='yes'/>", []],
  [
    "<input type='tablet' bus='usb'><source evdev='/dev/input/event1'/></input>",
    ["attribute 'evdev' of <source>"],
  ],
  [
    "<interface type='user' managed='yes'><backend logFile='/a' vhost='/b'/></interface>",
    [
      "attribute 'logFile' of <backend>",
      "attribute 'managed' of <interface>",
      "attribute 'vhost' of <backend>",
    ],
  ],
  [
    "<graphics type='sdl'><gl enable='yes' rendernode='/dev/dri/renderD128'/></graphics>",
    ["attribute 'rendernode' of <gl>"],
  ],
  [
    "<filesystem type='mount'><driver type='path' queue='128'/><source dir='/a'/><target dir='b'/></filesystem>",
    ["attribute 'queue' of <driver>"],
  ],
])('%s', (device, expected) => {
  expect(unread(device).sort()).toEqual(expected);
});

test('of the clock, what its offset has no use for', () => {
  const { diagnostics } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><clock offset='utc' timezone='Europe/Paris' start='5'/></domain>`,
  );
  expect(diagnostics.map(({ code, at }) => [code, at?.path.replace(/.*@/, '')])).toEqual([
    ['unread-attribute', 'timezone'],
    ['unread-attribute', 'start'],
  ]);
});
