import { convert } from '../../src/convert';

const guest = (devices: string) => `<domain type='qemu'>
  <name>a</name><memory>262144</memory>
  <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>${devices}<audio id='1' type='none'/></devices>
</domain>`;

const SPICE = (inside: string) => `<graphics type='spice'><listen type='none'/>${inside}</graphics>`;
const GPU = (inside: string, driver = '') =>
  `<graphics type='egl-headless'/><video>${driver}<model type='virtio'>${inside}</model></video>`;
const VIRGL = GPU("<acceleration accel3d='yes'/>");

const refusals = (devices: string, capsDel: readonly string[], qemuVersion = '10.0') =>
  convert(guest(devices), { profile: 'libvirt', qemuVersion, context: { capsDel } }).diagnostics.flatMap(
    ({ severity, code }) => (severity === 'error' ? [code] : []),
  );

test.each([
  ['vnc', "<graphics type='vnc'/>"],
  ['sdl', "<graphics type='sdl' display=':0'/>"],
  ['egl-headless', "<graphics type='egl-headless'/>"],
  ['egl-headless.rendernode', "<graphics type='egl-headless'><gl rendernode='/dev/dri/x'/></graphics>"],
  ['spice', SPICE('')],
  ['spice-gl', SPICE("<gl enable='yes'/>")],
  ['spice-rendernode', SPICE("<gl enable='yes' rendernode='/dev/dri/x'/>")],
  ['vhost-user-gpu', GPU('', "<driver name='vhostuser'/>")],
  [
    'piix4.acpi-root-pci-hotplug',
    "<controller type='pci' model='pci-root'><target hotplug='off'/></controller>",
  ],
  ['virtio-balloon-pci.deflate-on-oom', "<memballoon model='virtio' autodeflate='on'/>"],
  [
    'usb-redir.filter',
    "<redirdev bus='usb' type='tcp'><source mode='connect' host='h' service='1'/></redirdev><redirfilter><usbdev allow='no'/></redirfilter>",
  ],
  ['virtio-mouse', "<input type='mouse' bus='virtio'/>"],
  [
    'rng-egd',
    "<rng model='virtio'><backend model='egd' type='unix'><source mode='connect' path='/x'/></backend></rng>",
  ],
  ['isa-serial', "<serial type='pty'/>"],
  ['pvpanic', "<panic model='isa'/>"],
  ['usb-storage', "<disk type='file'><source file='/x'/><target dev='sda' bus='usb'/></disk>"],
  ['netdev.vhost-vdpa', "<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>"],
])('a QEMU that lacks %s', (capability, devices) => {
  expect(refusals(devices, [])).toEqual([]);
  expect(refusals(devices, [capability])).toEqual(['qemu-lacks']);
});

test('3D wants one of the drivers that have it, which before 6.1 were the plain ones', () => {
  const drivers = ['virtio-gpu-gl-pci', 'virtio-vga-gl'];
  expect(refusals(VIRGL, [])).toEqual([]);
  expect(refusals(VIRGL, ['virtio-vga-gl'])).toEqual([]);
  expect(refusals(VIRGL, drivers)).toEqual(['qemu-lacks']);
  expect(refusals(VIRGL, drivers, '6.0')).toEqual([]);
  expect(refusals(VIRGL, ['virtio-gpu.virgl'], '6.0')).toEqual(['qemu-lacks']);
});

test('without a driver that draws in 3D for the first screen libvirt takes the plain one, and this tool refuses', () => {
  const options = { qemuVersion: '10.0', context: { capsDel: ['virtio-vga-gl'] } } as const;
  expect(convert(guest(VIRGL), { ...options, profile: 'libvirt' }).argv?.join(' ')).toContain('"virtio-vga"');
  expect(convert(guest(VIRGL), options).diagnostics.map(({ code }) => code)).toContain('qemu-lacks');
});
