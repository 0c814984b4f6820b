import { convert, type ConvertOptions } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { firmware } from './choice';

const converted = (os: string, options: ConvertOptions = {}) =>
  convert(
    `<domain type='qemu'><name>a</name><memory>524288</memory>${os}<features><acpi/></features><devices/></domain>`,
    { qemuVersion: '10.0', ...options },
  );
const TYPE = "<type arch='x86_64' machine='q35'>hvm</type>";
const ROM = "<loader type='rom'>/fw/ROM.fd</loader>";

test.each<[what: string, os: string, message: string]>([
  [
    'both',
    `${ROM}<nvram>/a</nvram><varstore path='/a'/>`,
    'variables are kept in <nvram> or in <varstore>, not in both',
  ],
  [
    'flash',
    "<loader type='pflash' readonly='yes'>/fw/CODE.fd</loader><varstore path='/a'/>",
    'firmware in flash keeps its variables there',
  ],
  [
    'no state',
    "<loader type='rom' stateless='yes'>/fw/ROM.fd</loader><varstore path='/a'/>",
    'stateless firmware has no variables',
  ],
  [
    'firmware that can be written to',
    "<loader type='rom' readonly='no'>/fw/ROM.fd</loader><varstore path='/a'/>",
    'firmware that can be written to keeps its variables itself',
  ],
  ['no firmware', "<varstore path='/a'/>", 'the usual BIOS has no use for <varstore>'],
])('%s and variables in a file', (_what, words, message) => {
  const { diagnostics } = converted(`<os>${TYPE}${words}</os>`);
  expect(diagnostics.map((one) => one.message)).toContain(message);
});

test('a BIOS that is to be chosen has no variables', () => {
  const { diagnostics } = converted(`<os firmware='bios'>${TYPE}<varstore/></os>`);
  expect(diagnostics.map((one) => one.message)).toContain('a BIOS has no variables');
});

const host: HostFacts = {
  schema: 1,
  firmware: [
    firmware({
      device: 'memory',
      mode: undefined,
      nvramTemplate: undefined,
      executable: { filename: '/fw/ROM.fd', format: 'raw' },
      varstoreTemplate: '/fw/vars.json',
    }),
  ],
} as unknown as HostFacts;

const store = (os: string) =>
  converted(`<os>${TYPE}${os}</os>`, { host }).argv?.find((word) => word.startsWith('uefi-vars'));

test('a ROM by its path has the store that its descriptor says, whatever the guest says', () => {
  const own = 'uefi-vars-x64,jsonfile=/var/lib/libvirt/qemu/varstore/a.json';
  expect(store(ROM)).toBe(own);
  expect(store('<loader>/fw/ROM.fd</loader>')).toBe(own);
  expect(store(`${ROM}<varstore/>`)).toBe(own);
  expect(store(`${ROM}<varstore path='/srv/b.json'/>`)).toBe('uefi-vars-x64,jsonfile=/srv/b.json');
  expect(store("<loader type='rom'>/fw/OTHER.fd</loader>")).toBeUndefined();
  expect(store("<loader type='rom' stateless='yes'>/fw/ROM.fd</loader>")).toBeUndefined();
});

test('a store is made from its template, or its folder for QEMU, which makes the file', () => {
  const steps = (os: string) =>
    converted(`<os>${TYPE}${os}</os>`).plan?.hostSteps.flatMap(({ commands }) => commands);
  expect(steps(`${ROM}<varstore template='/fw/t.json' path='/srv/b.json'/>`)).toEqual([
    'test -e /srv/b.json || (mkdir -p /srv && cp /fw/t.json /srv/b.json.part && mv /srv/b.json.part /srv/b.json)',
  ]);
  expect(steps(`${ROM}<varstore path='/srv/b.json'/>`)).toEqual(['mkdir -p /srv']);
});

test('a board of ARM has the device in its own slots, and one of neither kind has none', () => {
  const on = (arch: string, machine: string, options: ConvertOptions = {}) =>
    converted(
      `<os><type arch='${arch}' machine='${machine}'>hvm</type>${ROM}<varstore path='/a.json'/></os>`,
      options,
    );
  const device = ({ argv }: ReturnType<typeof on>) => argv?.find((word) => word.startsWith('uefi-vars'));
  expect(device(on('aarch64', 'virt'))).toBe('uefi-vars-sysbus,jsonfile=/a.json');
  expect(device(on('x86_64', 'pc'))).toBe('uefi-vars-x64,jsonfile=/a.json');
  const refused = (profile: 'standalone' | 'libvirt') =>
    on('x86_64', 'isapc', { profile }).diagnostics.map(({ message }) => message);
  const message = 'this board has no device that keeps variables in a file';
  expect(refused('standalone')).toContain(message);
  // libvirt leaves it to QEMU.
  expect(refused('libvirt')).not.toContain(message);
});

test("libvirt's place for the store is told, and that it starts empty where no template is known", () => {
  const told = (os: string) =>
    converted(`<os>${TYPE}${os}</os>`).plan?.decisions.find(({ subject }) => subject === 'varstore');
  expect(told(`${ROM}<varstore/>`)?.caveats).toHaveLength(1);
  expect(told(`${ROM}<varstore template='/fw/t.json'/>`)?.caveats).toEqual([]);
  expect(told(`${ROM}<varstore path='/a.json'/>`)).toBeUndefined();
});
