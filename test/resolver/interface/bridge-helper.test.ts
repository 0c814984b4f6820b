import { convert, type ConvertOptions } from '../../../src/convert';

const run = (cards: string, options: ConvertOptions = {}) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${cards}</devices></domain>`,
    options,
  );
const lacking = (...args: Parameters<typeof run>) =>
  run(...args)
    .diagnostics.filter(({ code }) => code === 'bridge-helper-lacks')
    .map(({ message }) => message.replace(/:.*/, ''));
const card = (inner: string, model = 'virtio', type = 'bridge') =>
  `<interface type='${type}'><source bridge='br0' network='lan'/><model type='${model}'/>${inner}</interface>`;

test.each([
  [card("<driver name='vhost' queues='4'/>"), ['<driver queues=>, <driver name=>']],
  [card("<driver name='vhost'/>").repeat(3), ['<driver name=> of 3 interfaces']],
  [card("<tune><sndbuf>1600</sndbuf></tune><script path='/x'/>"), ['<tune/sndbuf>, <script>']],
  [card("<driver name='vhost'/>", 'virtio', 'network'), ['<driver name=>']],
  [card("<driver name='qemu' queues='1'/>"), []],
  [card("<driver name='vhost' queues='4'/>", 'e1000e'), []],
  [
    `<interface type='ethernet'><target dev='tap0' managed='no'/><model type='virtio'/><driver name='vhost' queues='4'/></interface>`,
    [],
  ],
])('what the helper cannot is said once for all cards that ask for it: %s', (cards, expected) => {
  expect(lacking(cards)).toEqual(expected);
  expect(lacking(cards, { profile: 'libvirt' })).toEqual([]);
});

test('how a card comes to its bridge is a choice, and what it costs a virtio card is told', () => {
  const caveats = (cards: string) =>
    run(cards).plan!.decisions.flatMap(({ value, caveats: some }) =>
      value === '-netdev bridge' ? [some.length] : [],
    );
  expect(caveats(card(''))).toEqual([1]);
  expect(caveats(card("<driver name='qemu'/>"))).toEqual([0]);
  expect(caveats(card('', 'e1000e'))).toEqual([0]);
});
