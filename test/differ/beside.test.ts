import { differences } from '../../src/differ';
import { withBeside } from '../../src/differ/beside';
import { guestSide } from '../../src/differ/guest-side';
import { explain } from '../../src/explain';

const SHARE = `<filesystem type='mount'>
  <driver type='virtiofs'/><binary><cache mode='always'/></binary>
  <source dir='/srv/a'/><target dir='shared'/><readonly/>
</filesystem>`;
const PASST = `<interface type='user'>
  <backend type='passt'/><mac address='52:54:00:11:22:33'/><model type='virtio'/>
  <ip family='ipv4' address='172.17.2.0' prefix='24'/>
  <portForward proto='tcp'><range start='2022' to='22'/></portForward>
</interface>`;
const FUNCTION = `<interface type='hostdev' managed='yes'>
  <mac address='52:54:00:11:22:34'/>
  <source><address type='pci' domain='0' bus='1' slot='0' function='0'/></source>
</interface>`;
const TPM = `<tpm model='tpm-tis'>
  <backend type='emulator' version='2.0'><active_pcr_banks><sha256/></active_pcr_banks></backend>
</tpm>`;
const NVRAM = `<loader readonly='yes' type='pflash'>/fw/CODE.fd</loader><nvram template='/fw/VARS.fd'>/nvram/g.fd</nvram>`;

function side(devices: string, { os = '', env = '' } = {}) {
  const { explanation, emitted, qemu, plan, diagnostics } = explain(
    `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>g</name>
  <memory unit='MiB'>64</memory><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <os><type arch='x86_64' machine='q35'>hvm</type>${os}</os>
  <features><acpi/></features>
  <devices>${devices}<memballoon model='none'/></devices>
  <qemu:commandline>${env}</qemu:commandline>
</domain>`,
    { qemuVersion: '9.0' },
  );
  if (explanation === undefined || emitted === undefined || plan === undefined || qemu === undefined)
    throw new Error(JSON.stringify(diagnostics));
  return withBeside(guestSide(explanation, emitted, qemu), plan);
}

/** `guest key option property from to` of each. */
const told = (from: ReturnType<typeof side>, to: ReturnType<typeof side>) =>
  differences(from, to).map((one) =>
    [one.guest ? 'guest' : 'host', one.key, one.option, one.property, one.from, one.to]
      .filter((word) => word !== undefined && word !== '')
      .join(' '),
  );

test('the same is the same', () => {
  const all = side(SHARE + PASST + FUNCTION + TPM, { os: NVRAM, env: "<qemu:env name='A' value='b'/>" });
  expect(told(all, all)).toEqual([]);
});

test.each([
  ['a folder', SHARE, SHARE.replace('/srv/a', '/srv/b'), ['host fs0 virtiofsd --shared-dir /srv/a /srv/b']],
  ['a share that is written', SHARE, SHARE.replace('<readonly/>', ''), ['guest fs0 virtiofsd --readonly']],
  ['a cache', SHARE, SHARE.replace('always', 'none'), ['host fs0 virtiofsd --cache always never']],
  [
    'a port',
    PASST,
    PASST.replace("start='2022'", "start='2023'"),
    ['host net0 passt --tcp-ports 2022:22 2023:22'],
  ],
  ['an address', PASST, PASST.replace('.2.0', '.3.0'), ['guest net0 passt --address 172.17.2.0 172.17.3.0']],
  [
    'the MAC of a function',
    FUNCTION,
    FUNCTION.replace(':34', ':35'),
    ['guest hostdev0 set by the host mac 52:54:00:11:22:34 52:54:00:11:22:35'],
  ],
])('%s', (_, before, after, expected) => {
  expect(told(side(before), side(after))).toEqual(expected);
});

test("a TPM's version and its banks are the guest's", () => {
  const older = TPM.replace('2.0', '1.2').replace(/<active_pcr_banks>.*<\/active_pcr_banks>/, '');
  expect(told(side(TPM), side(older))).toContain('guest tpm0 swtpm --tpm2');
  const banks = told(side(TPM), side(TPM.replace('sha256', 'sha1')));
  expect(banks).toHaveLength(2);
  for (const one of banks) expect(one).toMatch(/^guest host host step swtpm_setup .* sha256 .* sha1$/);
});

test('a template of the NVRAM, and a variable', () => {
  const found = told(side('', { os: NVRAM }), side('', { os: NVRAM.replace('VARS', 'OTHER') }));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^host host host step .*VARS.fd.*OTHER.fd/);
  const env = (value: string) => side('', { env: `<qemu:env name='A' value='${value}'/>` });
  expect(told(env('b'), env('c'))).toEqual(['host environment environment A b c']);
  expect(told(side(''), env('c'))).toEqual(['host environment environment A c']);
});

test('a companion that no device is known to have is told of itself', () => {
  const companion = (...words: string[]) =>
    withBeside(
      { groups: [], machine: () => undefined },
      {
        devices: [],
        environment: [],
        hostSteps: [],
        companions: [{ name: 'helper', argv: ['/bin/helper', 'serve', ...words], reason: 'a test' }],
      },
    );
  expect(told(companion('-a', '1', '--b=2'), companion('-a', '1', '--b=3'))).toEqual([
    'host helper helper --b 2 3',
  ]);
});
