/** What QEMU tells beside devices by name: network back ends, screens, the processor, memory, devices without a name. */
import { convert } from '../../src/convert';
import { compareRealized, type Compared } from '../../src/launcher/realized';
import { plain } from '../../src/launcher/realized/same';
import type { Json, Qmp } from '../../src/qemu/probe/qmp';

const domain = (devices: string, more = '') => `<domain type='qemu'>
  <name>g</name><memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>${more}
  <devices>${devices}<memballoon model='none'/><controller type='usb' model='none'/></devices>
</domain>`;

/** What is compared of these subjects, as `what: state (what QEMU has)`. */
async function compared(
  xml: string,
  subjects: RegExp,
  answers: Readonly<Record<string, Json>>,
): Promise<readonly string[]> {
  const { plan, emitted } = convert(xml, { qemuVersion: '7.2' });
  const qmp: Qmp = {
    greeting: {},
    ask: (command, { path = '', property = '' } = {}) =>
      Promise.resolve(
        command === 'qom-get' ? answers[`${plain(path)} ${plain(property)}`] : answers[command],
      ),
  };
  const shown = ({ subject, what, state, planned, realized }: Compared) =>
    `${subject} ${what} ${planned}: ${state === 'differs' ? `has ${realized ?? 'none'}` : state}`;
  return (await compareRealized(plan!, emitted!, qmp))
    .filter(({ subject }) => subjects.test(subject))
    .map(shown);
}

describe('network back ends', () => {
  const TAP =
    "<interface type='ethernet'><target dev='tap7'/><driver name='qemu' queues='2'/><model type='virtio'/></interface>";
  const network = (text: string) => ({ 'human-monitor-command': text });

  test.each([
    [
      'net0: index=0,type=nic,model=virtio-net-pci,macaddr=52:54:00:11:22:33\r\n \\ hostnet0: index=0,type=tap,ifname=tap7,script=no,downscript=no\r\n \\ hostnet0: index=1,type=tap,ifname=tap7,script=no\r\n',
      ['hostnet0 netdev tap: equal', 'hostnet0 ifname tap7: equal'],
    ],
    [
      'hostnet0: index=0,type=user,net=10.0.2.0,restrict=off\n',
      ['hostnet0 netdev tap: has user', 'hostnet0 ifname tap7: unknown'],
    ],
    [
      'hostnet1: index=0,type=tap\n',
      ['hostnet0 netdev tap: has not there', 'hostnet0 ifname tap7: has not there'],
    ],
  ])('%#', async (text, outcome) => {
    expect(await compared(domain(TAP), /^hostnet/, network(text))).toEqual(outcome);
  });

  test("a bridge's helper gives a tap device", async () => {
    const xml = domain("<interface type='bridge'><source bridge='br0'/><model type='virtio'/></interface>");
    const text = ' \\ hostnet0: index=0,type=tap,helper=/usr/lib/qemu/qemu-bridge-helper,br=br0\n';
    expect(await compared(xml, /^hostnet/, network(text))).toEqual(['hostnet0 netdev bridge: equal']);
  });

  test('a QEMU without a monitor for people tells nothing', async () => {
    const xml = domain("<interface type='user'><model type='virtio'/></interface>");
    expect(await compared(xml, /^hostnet/, {})).toEqual(['hostnet0 netdev user: unknown']);
  });
});

describe('screens', () => {
  const VNC = domain(
    "<graphics type='vnc' port='5931' websocket='5799'><listen type='address' address='127.0.0.1'/></graphics>",
  );

  test('vnc by its address, ports and who may look', async () => {
    const answers = {
      'query-vnc': { enabled: true, host: '0.0.0.0', service: '5931', auth: 'vnc' },
      'query-vnc-servers': [
        {
          server: [
            { websocket: false, service: '5931' },
            { websocket: true, service: '5799' },
          ],
        },
      ],
    };
    expect(await compared(VNC, /^vnc/, answers)).toEqual([
      'vnc enabled on: equal',
      'vnc address 127.0.0.1: has 0.0.0.0',
      'vnc port 5931: equal',
      'vnc websocket 5799: equal',
      'vnc auth none: has vnc',
    ]);
    expect((await compared(VNC, /^vnc/, { 'query-vnc': { enabled: false } }))[0]).toBe(
      'vnc enabled on: has off',
    );
  });

  test("a socket; a port of QEMU's choice", async () => {
    const socket = domain("<graphics type='vnc'><listen type='socket' socket='/run/v.sock'/></graphics>");
    expect(
      await compared(socket, /^vnc/, {
        'query-vnc': { enabled: true, service: '/run/v.sock', auth: 'none' },
      }),
    ).toEqual(['vnc enabled on: equal', 'vnc socket /run/v.sock: equal', 'vnc auth none: equal']);
    const any = domain("<graphics type='vnc' autoport='yes'/>");
    expect((await compared(any, /^vnc/, {})).map((line) => line.split(':')[0])).not.toContain(
      'vnc port 5900',
    );
  });

  test('spice', async () => {
    const xml = domain(
      "<graphics type='spice' port='5932'><listen type='address' address='::1'/></graphics>",
    );
    const spice = { enabled: true, host: '::1', port: 5933, auth: 'none' };
    expect(await compared(xml, /^spice/, { 'query-spice': spice })).toEqual([
      'spice enabled on: equal',
      'spice address ::1: equal',
      'spice port 5932: has 5933',
      'spice auth none: equal',
    ]);
  });
});

describe('the processor', () => {
  const cpu = (type: string, definitions: Json = null) => ({
    'query-cpus-fast': [{ 'qom-path': '/machine/unattached/device[0]' }],
    '/machine/unattached/device[0] type': type,
    'query-cpu-definitions': definitions,
  });
  const model = async (answers: Readonly<Record<string, Json>>) =>
    (await compared(domain('', "<cpu mode='custom'><model>Opteron_G1</model></cpu>"), /^cpu/, answers))[0];

  test.each<[string, Json, string]>([
    ['Opteron_G1-x86_64-cpu', null, 'equal'],
    ['qemu64-x86_64-cpu', null, 'has qemu64'],
    ['opteron_g1-x86_64-cpu', [], 'equal'],
    ['Opteron_G1-v1-x86_64-cpu', [{ name: 'Opteron_G1', typename: 'Opteron_G1-v1-x86_64-cpu' }], 'equal'],
    [
      'Opteron_G1-v1-x86_64-cpu',
      [
        { name: 'Opteron_G1', 'alias-of': 'Opteron_G1-v1', typename: 'Opteron_G1-x86_64-cpu' },
        { name: 'Opteron_G1-v1', typename: 'Opteron_G1-v1-x86_64-cpu' },
      ],
      'equal',
    ],
    [
      'EPYC-v2-x86_64-cpu',
      [
        { name: 'EPYC-v2', typename: 'EPYC-v2-x86_64-cpu' },
        { name: 'Opteron_G1', typename: 'Opteron_G1-x86_64-cpu' },
      ],
      'has EPYC-v2',
    ],
    // as `max` on POWER
    ['EPYC-v2-x86_64-cpu', [{ name: 'EPYC-v2', typename: 'EPYC-v2-x86_64-cpu' }], 'unknown'],
  ])('%s, %j', async (type, definitions, outcome) => {
    expect(await model(cpu(type, definitions))).toBe(`cpu model Opteron_G1: ${outcome}`);
  });

  test('one that is not told', async () => {
    expect(await model({})).toBe('cpu model Opteron_G1: unknown');
  });
});

test('devices without a name, in their order', async () => {
  const xml = domain("<panic model='isa'/>", "<features><acpi/><vmcoreinfo state='on'/></features>");
  const anonymous = (index: number, type: string) => ({
    [`/machine/peripheral-anon/device[${index}] type`]: type,
  });
  expect(
    await compared(xml, / \(\d\)$/, { ...anonymous(0, 'vmcoreinfo'), ...anonymous(1, 'pvpanic') }),
  ).toEqual(['vmcoreinfo (0) driver vmcoreinfo: equal', 'pvpanic (1) driver pvpanic: equal']);
  expect(await compared(xml, / \(\d\)$/, anonymous(0, 'pvpanic'))).toEqual([
    'vmcoreinfo (0) driver vmcoreinfo: has pvpanic',
    'pvpanic (1) driver pvpanic: has none',
  ]);
});

test('memory that is plugged, as far as it is not up to the guest', async () => {
  const more = `<maxMemory slots='2' unit='MiB'>1024</maxMemory>
<features><acpi/></features><cpu><numa><cell id='0' cpus='0' memory='64' unit='MiB'/></numa></cpu>`;
  const module = (model: string, rest = '') =>
    `<memory model='${model}'><target><size unit='MiB'>128</size><node>0</node>${rest}</target></memory>`;
  const told = { 'query-memory-size-summary': { 'base-memory': 64 << 20, 'plugged-memory': 128 << 20 } };
  const memory = async (devices: string) =>
    (await compared(domain(devices, more), /^guest/, told)).filter((line) => line.includes('memory'));
  expect(await memory(module('dimm'))).toEqual([
    `guest memory ${64 << 20}: equal`,
    `guest memory plugged ${128 << 20}: equal`,
  ]);
  expect((await memory(module('dimm') + module('dimm')))[1]).toBe(
    `guest memory plugged ${256 << 20}: has ${128 << 20}`,
  );
  const virtio = module('virtio-mem', "<block unit='MiB'>2</block><requested unit='MiB'>64</requested>");
  expect(await memory(virtio)).toHaveLength(1);
});
