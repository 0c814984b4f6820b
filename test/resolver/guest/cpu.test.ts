import { convert } from '../../../src/convert';
import { NO_FACTS } from '../../../src/host/facts';
import { qemuOf } from '../../../src/qemu/qemu';

const qemu = qemuOf({ version: { major: 10, minor: 0, micro: 0 }, arch: 'x86_64' });

const run = (cpu: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `${cpu}</domain>`,
    { qemu },
  );

const option = (argv: readonly string[] | undefined) => argv?.[argv.indexOf('-cpu') + 1];

test.each([
  ["<cpu mode='host-passthrough'><feature policy='optional' name='aes'/></cpu>", 'host'],
  ["<cpu mode='maximum'><feature policy='optional' name='aes'/></cpu>", 'max'],
  [
    "<cpu mode='host-model'><maxphysaddr mode='passthrough' limit='39'/></cpu>",
    'host,host-phys-bits=on,host-phys-bits-limit=39',
  ],
  ["<cpu><model vendor_id='AcmeSiliconX'>Haswell</model></cpu>", 'Haswell,vendor=AcmeSiliconX'],
])('%s: %s', (cpu, expected) => {
  expect(option(run(cpu).argv)).toBe(expected);
});

test.each(['KVMKVMKVM', 'Acme,Silicon', ''])("no vendor is called '%s'", (id) => {
  const { argv, diagnostics } = run(`<cpu><model vendor_id='${id}'>Haswell</model></cpu>`);
  expect(argv).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('value-invalid');
});

test('a model that only a later QEMU can have is passed on with a warning', () => {
  const later = qemuOf({ version: { major: 11, minor: 2, micro: 0 }, arch: 'x86_64' });
  const xml = `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>MarsLake</model></cpu></domain>`;
  const { argv, diagnostics } = convert(xml, { qemu: later });
  expect(option(argv)).toBe('MarsLake');
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code: 'cpu-model-absent', severity: 'warning' }),
  );
});

test('an optional feature that QEMU does not know is left out, whatever the host has', () => {
  const { argv } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `<cpu><model>Haswell</model><feature policy='optional' name='nonsense'/><feature policy='optional' name='aes'/></cpu></domain>`,
    {
      qemu,
      host: { ...NO_FACTS, hostCpus: { '10.0.0': { kvm: { vendor: 'GenuineIntel', features: ['avx'] } } } },
    },
  );
  expect(option(argv)).toBe('Haswell,aes=off');
});

test('a version that a model does not have is refused', () => {
  const xml = `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>Haswell-v9</model></cpu></domain>`;
  expect(convert(xml, { qemu }).diagnostics).toContainEqual(
    expect.objectContaining({ code: 'cpu-model-absent', severity: 'error', help: 'did you mean Haswell?' }),
  );
  const { diagnostics } = convert(xml, { qemu, profile: 'libvirt' });
  expect(diagnostics.map(({ code }) => code)).toContain('cpu-model-unknown');
});

test('in place of a model that came later is one that this QEMU has, with no feature that it lacks', () => {
  const older = qemuOf({ version: { major: 6, minor: 2, micro: 0 }, arch: 'x86_64' });
  const xml = `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>SapphireRapids</model></cpu></domain>`;
  const words = option(convert(xml, { qemu: older }).argv)?.split(',') ?? [];
  expect(words[0]).toBe('Icelake-Server');
  expect(words).toContain('avx512ifma=on');
  expect(words.filter((word) => word.startsWith('amx-') || word.startsWith('xfd'))).toEqual([]);
});

test('a feature that QEMU does not know is off anyway', () => {
  const { argv, diagnostics } = run(
    "<cpu><model>Haswell</model><feature policy='disable' name='movrs'/></cpu>",
  );
  const known = run("<cpu><model>Haswell</model><feature policy='disable' name='fred'/></cpu>");
  expect(diagnostics.map(({ code }) => code)).toContain('qemu-leaves-out');
  expect([option(argv), option(known.argv)]).toEqual(['Haswell', 'Haswell,fred=off']);
});

describe('with libvirt', () => {
  const reported = { vendor: 'GenuineIntel', features: ['aes'], models: { kvm64: [], Haswell: [] } };
  const host = { ...NO_FACTS, hostCpus: { '10.0.0': { kvm: reported, tcg: reported } } };
  const ask = (inside: string) => {
    const xml = `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>${inside}</domain>`;
    return convert(xml, { profile: 'libvirt', qemu, host });
  };

  test('clocks are in the order of the XML', () => {
    const timers = (...names: string[]) =>
      `<clock>${names.map((name) => `<timer name='${name}' present='yes'/>`).join('')}</clock>`;
    expect(option(ask(timers('hypervclock', 'kvmclock')).argv)).toBe('qemu64,hv-time=on,kvmclock=on');
    expect(option(ask(timers('kvmclock', 'hypervclock')).argv)).toBe('qemu64,kvmclock=on,hv-time=on');
  });

  test('no less than a model is what the host has, with the vendor that is asked for', () => {
    const least = (model: string) => ask(`<cpu match='minimum'>${model}</cpu>`);
    expect(option(least("<model vendor_id='AcmeSiliconX'>Haswell</model>").argv)).toMatch(
      /,vendor=AcmeSiliconX,/,
    );
    expect(option(least('').argv)).toBe('qemu64');
    expect(least('<model>MarsLake</model>').diagnostics.map(({ code }) => code)).toContain(
      'cpu-model-unknown',
    );
  });

  test('in place of a model of old distributions is the nearest that QEMU has', () => {
    expect(option(ask('<cpu><model>cpu64-rhel6</model></cpu>').argv)).toMatch(/^kvm64,/);
  });

  test('what QEMU never had is left out, off or, for some of it, on', () => {
    const features = (policy: string) =>
      ['cvt16', 'pconfig', 'vmx-ept-wb', 'vmx-invvpid-single-context-noglobals']
        .map((name) => `<feature policy='${policy}' name='${name}'/>`)
        .join('');
    const feature = 'vmx-invept-single-context-noglobals';
    const named = (policy: string) => ask(`<cpu><model>Haswell</model>${features(policy)}</cpu>`).argv;
    expect(option(named('disable'))).toBe(`Haswell,${feature}=off`);
    expect(option(named('require'))).toBe(`Haswell,cvt16=on,pconfig=on,${feature}=on`);
  });
});

test('with libvirt a check is about a model, which some boards have by themselves', () => {
  const refusals = (type: string, arch: string, machine: string) => {
    const xml = `<domain type='${type}'><name>a</name><memory>65536</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os><cpu check='none'/></domain>`;
    const { diagnostics } = convert(xml, { profile: 'libvirt', qemuVersion: '10.0' });
    return diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  };
  expect(refusals('kvm', 'aarch64', 'virt')).toEqual(['cpu-model-missing']);
  expect(refusals('qemu', 'aarch64', 'virt')).toEqual([]);
  expect(refusals('kvm', 'x86_64', 'q35')).toEqual([]);
});
