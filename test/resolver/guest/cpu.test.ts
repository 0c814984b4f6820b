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

test('a version that a model does not have is refused, and left to QEMU where libvirt does so', () => {
  const xml = `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>Haswell-v9</model></cpu></domain>`;
  expect(convert(xml, { qemu }).diagnostics).toContainEqual(
    expect.objectContaining({ code: 'cpu-model-absent', severity: 'error', help: 'did you mean Haswell?' }),
  );
  const { argv } = convert(xml, { qemu, profile: 'libvirt' });
  expect(option(argv)).toBe('Haswell-v9');
});

test('in place of a model that came later is one that this QEMU has, with no feature that it lacks', () => {
  const older = qemuOf({ version: { major: 6, minor: 2, micro: 0 }, arch: 'x86_64' });
  const xml = `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>SapphireRapids</model></cpu></domain>`;
  const words = option(convert(xml, { qemu: older }).argv)?.split(',') ?? [];
  expect(words[0]).toBe('Cooperlake');
  expect(words).toContain('la57=on');
  expect(words.filter((word) => word.startsWith('amx-') || word.startsWith('xfd'))).toEqual([]);
});
