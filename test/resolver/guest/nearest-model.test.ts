import type { ReportedCpu } from '../../../src/host/facts';
import { cpuMap, type CpuModel } from '../../../src/qemu/cpu-map';
import { qemuFeature } from '../../../src/qemu/cpu-map/feature-name';
import { nearestModel, nearestToModel } from '../../../src/resolver/guest/nearest-model';

const map = cpuMap();

function modelNamed(name: string): CpuModel {
  const found = map.models.find((model) => model.name === name);
  if (found === undefined) throw new Error(`no model ${name}`);
  return found;
}

/** A processor that is exactly this model, as QEMU would report it. */
function cpuLike(name: string, change: { on?: string[]; off?: string[] } = {}): ReportedCpu {
  const { features, vendor } = modelNamed(name);
  const off = new Set(change.off);
  const on = [...features, ...(change.on ?? [])].filter((feature) => !off.has(feature));
  return { vendor, features: on.map(qemuFeature) };
}

const modelsThat = (nearest: boolean) => map.models.filter((model) => model.nearest === nearest);

test.each(modelsThat(false).map(({ name }) => [name]))('no processor is said to be a %s', (name) => {
  expect(nearestModel({ ...cpuLike(name), models: { [name]: [] } })).toBeUndefined();
});

test.each(modelsThat(true).map(({ name }) => [name]))(
  'a processor that is a %s differs in nothing',
  (name) => {
    const { features } = modelNamed(name);
    const nearest = nearestModel({ ...cpuLike(name), models: { [name]: [] } });
    expect(features.size).toBeGreaterThan(0);
    expect(nearest).toEqual({ model: name, require: [], disable: [] });
  },
);

test('what a processor has beyond and below its model', () => {
  const cpu = cpuLike('EPYC-Rome', { on: ['x2apic', 'cmp_legacy'], off: ['sha-ni'] });
  expect(nearestModel(cpu)).toEqual({
    model: 'EPYC-Rome',
    require: ['x2apic', 'cmp_legacy'],
    disable: ['sha-ni'],
  });
});

test('a model of another make is no candidate', () => {
  expect(nearestModel({ ...cpuLike('Haswell'), models: { EPYC: [] } })).toBeUndefined();
});

test('a model that this QEMU lacks is no candidate', () => {
  const cpu = cpuLike('EPYC-Milan');
  expect(nearestModel(cpu)?.model).toBe('EPYC-Milan');
  expect(nearestModel({ ...cpu, models: { EPYC: [], 'EPYC-Rome': [] } })?.model).toBe('EPYC-Rome');
});

test('what stands in the way of a model is disabled, unless it is asked for', () => {
  const cpu = { ...cpuLike('EPYC-Rome'), models: { 'EPYC-Rome': ['xsaves', 'no-such-feature'] } };
  expect(nearestModel(cpu)).toEqual({ model: 'EPYC-Rome', require: [], disable: ['xsaves'] });
  expect(nearestModel({ ...cpu, features: [...cpu.features, 'xsaves'] })).toEqual({
    model: 'EPYC-Rome',
    require: ['xsaves'],
    disable: [],
  });
});

test('the signature of the processor wins over a shorter list', () => {
  const cpu = cpuLike('Haswell-noTSX');
  const signature = { family: 6, model: 61, stepping: 0 };
  expect(nearestModel({ ...cpu, signature })?.model).toMatch(/^Broadwell/);
  expect(nearestModel(cpu)?.model).toBe('Haswell-noTSX');
});

test('one disabled feature weighs as much as two that are added', () => {
  const models = { Opteron_G2: [], Opteron_G3: [] };
  const beyond = [...modelNamed('Opteron_G3').features].filter(
    (feature) => !modelNamed('Opteron_G2').features.has(feature),
  );
  const off = beyond.slice(1);
  expect(nearestModel({ ...cpuLike('Opteron_G3', { off }), models })?.model).toBe('Opteron_G2');
  expect(nearestModel({ ...cpuLike('Opteron_G3'), models })?.model).toBe('Opteron_G3');
});

test('the transactional memory of Haswell does not count', () => {
  const signature = { family: 6, model: 60, stepping: 3 };
  expect(nearestModel({ ...cpuLike('Haswell'), signature })?.model).toBe('Haswell-noTSX');
});

const only = (...names: string[]) => Object.fromEntries(names.map((name) => [name, []]));

test('in place of a model that is not there, with what the guest asks for', () => {
  const nearest = nearestToModel('Icelake-Client', [{ name: 'invtsc', value: true }], () =>
    only('Skylake-Client', 'EPYC'),
  );
  expect(nearest).toMatchObject({ model: 'Skylake-Client', disable: [] });
  expect(nearest?.require).toEqual(expect.arrayContaining(['gfni', 'vaes', 'invtsc']));
});

test('one without transactional memory lacks hle and rtm alone', () => {
  const models = () => only('Icelake-Client');
  expect(nearestToModel('Icelake-Client-noTSX', [], models)).toEqual({
    model: 'Icelake-Client',
    require: [],
    disable: ['hle', 'rtm'],
  });
  expect(nearestToModel('MarsLake', [], models)).toBeUndefined();
});

test('what nested virtualization can do is no difference where there is none', () => {
  expect(nearestModel({ ...cpuLike('Conroe'), models: only('Penryn') })?.disable).not.toContainEqual(
    expect.stringMatching(/^vmx-/),
  );
});

describe('in place of a model that this QEMU lacks, as libvirt 11.3 answers with the capabilities of QEMU 6.2 and 7.2', () => {
  const inPlaceOf = (name: string, models: Readonly<Record<string, string>>) =>
    nearestToModel(name, [], () =>
      Object.fromEntries(Object.entries(models).map(([model, names]) => [model, names.split(' ')])),
    )?.model;
  const emulated = 'fma avx f16c avx2 rdseed sha-ni misalignsse 3dnowprefetch osvw topoext fxsr-opt xsavec';

  test('the first half of what is off weighs alone', () => {
    const old = 'pcid hle erms invpcid rtm';
    expect(
      inPlaceOf('Icelake-Client', { 'Skylake-Client': old, 'Skylake-Client-IBRS': `${old} spec-ctrl` }),
    ).toBe('Skylake-Client-IBRS');
  });

  test('what the model once had counts as off', () => {
    expect(inPlaceOf('EPYC-v4', { EPYC: emulated, 'EPYC-IBPB': `${emulated} ibpb` })).toBe('EPYC-IBPB');
  });

  test('what is reported twice counts twice', () => {
    const skylake = { 'Skylake-Client': 'pcid hle erms invpcid rtm' };
    expect(inPlaceOf('SapphireRapids', { ...skylake, Denverton: 'erms mpx spec-ctrl mpx mpx' })).toBe(
      'Skylake-Client',
    );
    expect(inPlaceOf('SapphireRapids', { ...skylake, Denverton: 'erms mpx spec-ctrl' })).toBe('Denverton');
  });
});
