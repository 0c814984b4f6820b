import { convert } from '../../../src/convert';

/** What is said of USB devices that are plugged into this controller. */
function said(controllers: string, devices: string, machine = 'pc'): string[] {
  const { diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='${machine}'>hvm</type></os>
<devices>${controllers}${devices}<memballoon model='none'/></devices></domain>`,
    { qemuVersion: '10.0' },
  );
  return diagnostics.flatMap(({ code, message }) =>
    code === 'usb-speed' ? [message.split(' is ')[0] ?? ''] : [],
  );
}

const EHCI = "<controller type='usb' index='0' model='ich9-ehci1'/>";
const COMPANION = "<controller type='usb' index='0' model='ich9-uhci1'><master startport='0'/></controller>";
const XHCI = "<controller type='usb' index='0' model='qemu-xhci'/>";
const HUB = "<hub type='usb'><address type='usb' bus='0' port='1'/></hub>";
const SOUND = "<sound model='usb'/>";
const SERIAL =
  "<serial type='pty'><target type='usb-serial' port='0'><model name='usb-serial'/></target></serial>";
const CARD = "<interface type='user'><model type='usb-net'/></interface>";
const CCID = "<controller type='ccid' index='0'/>";

test.each([
  ['sound', SOUND],
  ['a serial port', SERIAL],
  ['a network card', CARD],
  ['a reader of smart cards', CCID],
  ['a hub', HUB],
])('%s is too slow for USB 2 alone', (_what, device) => {
  expect(said(EHCI, device)).toEqual(['this device']);
  expect(said("<controller type='usb' index='0' model='ehci'/>", device)).toEqual(['this device']);
  expect(said(EHCI + COMPANION, device)).toEqual([]);
  expect(said(XHCI, device)).toEqual([]);
});

test('a companion has two of the ports', () => {
  const hub = (port: number) => HUB.replace("port='1'", `port='${port}'`);
  const second = COMPANION.replace("startport='0'", "startport='2'").replace('uhci1', 'uhci2');
  const slow = (controllers: string) =>
    [1, 2, 3, 4, 5].filter((port) => said(controllers, hub(port)).length > 0);
  expect(slow(EHCI + COMPANION)).toEqual([3, 4, 5]);
  expect(slow(EHCI + second)).toEqual([1, 2, 5]);
  expect(slow(EHCI + COMPANION + second)).toEqual([5]);
});

test('what is fast, or no USB device, is not', () => {
  const others = [
    "<disk type='file'><source file='/a.img'/><target dev='sda' bus='usb'/></disk>",
    "<interface type='user'><model type='e1000'/></interface>",
    "<serial type='pty'><target type='isa-serial' port='0'/></serial>",
    "<sound model='ac97'/>",
    "<controller type='sata' index='0'/>",
  ];
  expect(said(EHCI, others.join(''))).toEqual([]);
});

test('what is behind a slow hub is not told beside it', () => {
  const behind = SOUND.replace('/>', "><address type='usb' bus='0' port='1.1'/></sound>");
  expect(said(EHCI, HUB + behind)).toEqual(['this device']);
});

test('a hub that nobody wrote is told as such', () => {
  const disks = Array.from(
    { length: 7 },
    (_, n) =>
      `<disk type='file'><source file='/${n}.img'/><target dev='sd${'abcdefg'[n] ?? ''}' bus='usb'/></disk>`,
  );
  expect(said(EHCI, disks.join(''))).toEqual(['the hub that this device needs']);
});
