import { check } from '../../src/check';
import { convert, type ConvertOptions } from '../../src/convert';
import { normalize } from '../../src/normalize';
import { readMachines } from '../../src/qemu/probe/answers';
import { PROBE_FORMAT, qemuFromProbe, type Probe } from '../../src/qemu/probed';

const guest = (devices: string) => `<domain type='qemu'>
  <name>a</name><memory>262144</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    ${devices}
    <memballoon model='none'/>
  </devices>
</domain>`;

const UPSTREAM =
  "<controller type='pci' index='1' model='pcie-root-port'/><controller type='pci' index='2' model='pcie-switch-upstream-port'/>";
const RANDOM = "<rng model='virtio'><backend model='random'>/dev/random</backend></rng>";

const refusals = (devices: string, options: ConvertOptions) => {
  const { argv, diagnostics } = convert(guest(devices), options);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(argv === undefined).toBe(errors.length > 0);
  return errors.map(({ code, at, message }) => `${at?.line}: ${code}: ${message}`);
};

const probe: Probe = {
  format: PROBE_FORMAT,
  binary: '/opt/qemu-system-x86_64',
  version: { major: 9, minor: 0, micro: 0 },
  arch: 'x86_64',
  asked: 'qmp',
  machines: readMachines([{ name: 'pc-q35-9.0', alias: 'q35', 'cpu-max': 255 }]),
  has: [],
  lacks: ['rng-random'],
  devices: ['pcie-root-port', 'qemu-xhci', 'virtio-rng-pci'],
};

test('a device that is not among those of the binary', () => {
  expect(refusals(UPSTREAM, { qemu: qemuFromProbe(probe) })).toEqual([
    "5: qemu-lacks: this QEMU does not have 'x3130-upstream' of -device",
  ]);
});

test('a check and a normalization tell the same of it as a conversion', () => {
  const options = { qemu: qemuFromProbe(probe) };
  const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
    diagnostics.map(({ code }) => code).filter((code) => code === 'qemu-lacks');
  expect(codes(check(guest(UPSTREAM), options))).toEqual(['qemu-lacks']);
  const normalized = normalize(guest(UPSTREAM), options);
  expect({ said: codes(normalized), text: normalized.text }).toEqual({
    said: ['qemu-lacks'],
    text: undefined,
  });
});

test('an object that the binary showed it lacks', () => {
  expect(refusals(RANDOM, { qemu: qemuFromProbe(probe) })).toEqual([
    "5: qemu-lacks: this QEMU does not have 'rng-random' of -object",
  ]);
});

test('each name once, however many devices ask for it', () => {
  const ports = [3, 4, 5].map(
    (at) => `<controller type='pci' index='${at}' model='pcie-switch-downstream-port'/>`,
  );
  expect(refusals(UPSTREAM + ports.join(''), { qemu: qemuFromProbe(probe) })).toHaveLength(2);
});

test('the word of who knows the build better', () => {
  const qemu = qemuFromProbe(probe, { add: ['x3130-upstream'] });
  expect(refusals(UPSTREAM, { qemu })).toEqual([]);
  expect(refusals(UPSTREAM, { qemuVersion: '9.0' })).toEqual([]);
  expect(refusals(UPSTREAM, { qemuVersion: '9.0', context: { capsDel: ['x3130-upstream'] } })).toHaveLength(
    1,
  );
});

test('what the guest got without asking cannot be removed', () => {
  const { diagnostics } = convert(guest(''), {
    qemu: qemuFromProbe({ ...probe, devices: ['pcie-root-port'] }),
  });
  expect(diagnostics.map(({ help }) => help)).toEqual(['use a QEMU that is built with it']);
});
