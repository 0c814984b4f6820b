import { decide, readMachines, readOptions, typesToAsk, type Answers } from '../../src/qemu/probe/answers';
import { readSchema } from '../../src/qemu/probe/schema';
import { PROBE_FORMAT, qemuFromProbe, type Probe } from '../../src/qemu/probed';

const machines = readMachines([
  { name: 'pc-q35-8.2', alias: 'q35', 'cpu-max': 1024, 'default-cpu-type': 'qemu64-x86_64-cpu' },
  { name: 'pc-i440fx-8.2', alias: 'pc', 'is-default': true, 'cpu-max': 255, 'hotpluggable-cpus': true },
]);

const answers: Answers = {
  machines,
  types: new Set(['scsi-block', 'scsi-hd']),
  properties: new Map([
    ['scsi-hd', new Set(['device_id'])],
    ['pc-i440fx-8.2-machine', new Set(['hpet'])],
  ]),
  schema: readSchema(undefined),
  options: readOptions([{ option: 'drive', parameters: [{ name: 'discard', type: 'string' }] }]),
};

test('answers decide what they bear on, and nothing else', () => {
  const { has, lacks } = decide(answers, 'x86_64');
  expect(has).toEqual(
    expect.arrayContaining(['scsi-block', 'scsi-disk.device_id', 'machine-hpet-property', 'drive-discard']),
  );
  expect(lacks).toEqual(
    expect.arrayContaining(['scsi-generic', 'scsi-disk.dpofua', 'virtio-blk-pci.scsi', 'machine-vmport-opt']),
  );
  // The schema was not answered.
  expect([...has, ...lacks]).not.toContain('aio.io_uring');
});

test('a device of another architecture is not asked for', () => {
  expect(decide(answers, 'aarch64').lacks).not.toContain('vmgenid');
  expect(decide(answers, 'x86_64').lacks).toContain('vmgenid');
});

test('properties are asked of each type once, machine types by their own name', () => {
  const types = typesToAsk(machines);
  expect(new Set(types).size).toBe(types.length);
  expect(types).toEqual(expect.arrayContaining(['scsi-hd', 'pc-i440fx-8.2-machine']));
  expect(typesToAsk([])).not.toContain('undefined-machine');
});

test('machine types in our words', () => {
  expect(machines[0]).toMatchObject({
    defaultCpu: 'qemu64',
    isDefault: false,
    hotplugCpus: false,
    maxCpus: 1024,
  });
  expect(readMachines(undefined)).toEqual([]);
});

test.each([
  ['cortex-a15-arm-cpu', 'cortex-a15'],
  ['arm1136-r2-arm-cpu', 'arm1136-r2'],
  ['power9_v2.0-powerpc64-cpu', 'power9_v2.0'],
  ['pa-7300lc-hppa-cpu', 'pa-7300lc'],
  ['hppa-cpu', 'hppa'],
])('the processor type %s is what -cpu calls %s, whatever the emulator', (type, model) => {
  expect(readMachines([{ name: 'board', 'default-cpu-type': type }])[0]?.defaultCpu).toBe(model);
});

const probe: Probe = {
  format: PROBE_FORMAT,
  binary: '/opt/qemu-system-x86_64',
  version: { major: 8, minor: 2, micro: 0 },
  package: 'qemu-kvm-8.2.0-11.el9',
  arch: 'x86_64',
  asked: 'qmp',
  machines: [...machines, ...readMachines([{ name: 'pc-q35-rhel9.4.0', 'cpu-max': 710 }])],
  has: ['virtio-scsi.iothread-mapping'],
  lacks: ['lsi'],
  devices: ['scsi-block'],
};

test('a build is believed against the table of its release, which answers the rest', () => {
  const qemu = qemuFromProbe(probe);
  expect(qemu.has('virtio-scsi.iothread-mapping')).toBe(true);
  expect(qemu.has('lsi')).toBe(false);
  expect(qemu.has('megasas')).toBe(true);
  expect(qemu.has('hvf')).toBe(false);
  expect(qemu.machine('q35')?.name).toBe('pc-q35-8.2');
  expect(qemu.machine('pc-q35-rhel9.4.0')).toMatchObject({ family: 'pc-q35', vendor: 'rhel', maxCpus: 710 });
  expect(qemu.machine('pc-q35-6.2')).toBeUndefined();
});

test('what a test adds or removes wins', () => {
  const qemu = qemuFromProbe(probe, { add: ['lsi'], remove: ['virtio-scsi.iothread-mapping'] });
  expect(qemu.has('lsi')).toBe(true);
  expect(qemu.has('virtio-scsi.iothread-mapping')).toBe(false);
});

test('--version alone leaves it all to the table', () => {
  const qemu = qemuFromProbe({ ...probe, asked: 'version', machines: [], has: [], lacks: [] });
  expect(qemu.has('lsi')).toBe(true);
  expect(qemu.machine('pc-q35-6.2')?.name).toBe('pc-q35-6.2');
});

test('a device may have another name on another board', () => {
  const arm = { ...answers, types: new Set(['tpm-tis-device']) };
  expect(decide(arm, 'aarch64').has).toContain('tpm-tis');
  expect(decide({ ...arm, types: new Set(['tpm-crb']) }, 'aarch64').lacks).toContain('tpm-tis');
});

test('the models that a binary names are those it has', () => {
  const models = { ...probe, cpuModels: ['Haswell', 'MarsLake'] };
  const asked = qemuFromProbe(models);
  expect(['MarsLake', 'host', 'EPYC'].map((name) => asked.hasCpuModel(name))).toEqual([true, true, false]);
  const table = qemuFromProbe(probe);
  expect(['MarsLake', 'EPYC'].map((name) => table.hasCpuModel(name))).toEqual([false, true]);
  const arm = qemuFromProbe({ ...probe, arch: 'aarch64', cpuModels: ['cortex-a57'] });
  expect(arm.hasCpuModel('cortex-a53')).toBeUndefined();
});

test('the switches that a binary names are those it has', () => {
  const asked = qemuFromProbe({ ...probe, cpuFeatures: ['fb-clear', 'mars'] });
  expect(['mars', 'fb_clear', 'aes'].map((name) => asked.hasCpuFeature(name))).toEqual([true, true, false]);
  const before = qemuFromProbe({ ...probe, asked: 'qmp' });
  expect(before.hasCpuFeature('nonsense')).toBeUndefined();
  const table = qemuFromProbe({ ...probe, asked: 'version' });
  expect(['aes', 'nonsense'].map((name) => table.hasCpuFeature(name))).toEqual([true, false]);
});

test('the cards are those of its list, by other names too, and no switches', () => {
  const asked = qemuFromProbe({ ...probe, devices: ['e1000', 'mars-net', 'rocker'] });
  const names = ['e1000', 'e1000-82540em', 'mars-net', 'rocker', 'rtl8139'];
  expect(names.map((name) => asked.hasCard(name))).toEqual([true, true, true, false, false]);
  const table = qemuFromProbe({ ...probe, devices: [] });
  expect(names.map((name) => table.hasCard(name))).toEqual([true, true, false, false, true]);
});
