import { convert, type ConvertOptions } from '../../../src/convert';

const converted = (launchSecurity: string, options: ConvertOptions) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='GiB'>1</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices/>
${launchSecurity}</domain>`,
    { profile: 'libvirt', ...options },
  );

test('the key of the chip signs for the guest, unless the XML says otherwise', () => {
  const options = { qemuVersion: '10.0', context: { capsAdd: ['sev-snp-guest'] } };
  const snp = (vcek: string) =>
    converted(
      `<launchSecurity type='sev-snp' ${vcek}><cbitpos>51</cbitpos><reducedPhysBits>1</reducedPhysBits><policy>0x30000</policy></launchSecurity>`,
      options,
    )
      .argv?.filter((word) => word.includes('sev-snp-guest'))
      .map((word) => (JSON.parse(word) as Record<string, unknown>)['vcek-disabled']);
  expect(snp('')).toEqual([undefined]);
  expect(snp("vcek='yes'")).toEqual([false]);
  expect(snp("vcek='no'")).toEqual([true]);
});

test('a measured kernel came with QEMU 6.2', () => {
  const errors = (qemuVersion: string, hashes: string) =>
    converted(
      `<launchSecurity type='sev' ${hashes}><cbitpos>51</cbitpos><reducedPhysBits>1</reducedPhysBits><policy>3</policy></launchSecurity>`,
      { qemuVersion, context: { capsAdd: ['sev-guest'] } },
    ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  expect(errors('6.1', '')).toEqual([]);
  expect(errors('6.1', "kernelHashes='yes'")).toEqual(['qemu-lacks']);
  expect(errors('6.2', "kernelHashes='yes'")).toEqual([]);
});

test.each<[policy: string, codes: string[]]>([
  ['', []],
  ['0x0', []],
  ['0x1', []],
  ['0x10000000', []],
  ['0x10000001', []],
  ['0x2', ['launch-security-invalid']],
  ['0x100000001', ['launch-security-invalid']],
])('the policy of a trust domain: %j', (policy, codes) => {
  const security = `<launchSecurity type='tdx'>${policy === '' ? '' : `<policy>${policy}</policy>`}</launchSecurity>`;
  const { argv, diagnostics } = converted(security, {
    qemuVersion: '10.1',
    context: { variant: '+inteltdx' },
  });
  expect(diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))).toEqual(codes);
  const object = argv?.find((word) => word.includes('tdx-guest'));
  const attributes = policy === '' || codes.length > 0 ? undefined : Number(policy);
  expect(object && (JSON.parse(object) as Record<string, unknown>)['attributes']).toBe(attributes);
});

test('a trust domain of no name of a processor is left to QEMU by libvirt, and needs firmware of its own', () => {
  const security = "<launchSecurity type='tdx'/>";
  const errors = (profile: 'libvirt' | 'standalone') =>
    converted(security, { qemuVersion: '10.1', profile, context: { variant: '+inteltdx' } }).diagnostics.map(
      ({ message }) => message,
    );
  expect(errors('libvirt')).toEqual([]);
  expect(errors('standalone')).toEqual([
    'the usual BIOS cannot start a trust domain',
    "a trust domain has the host's processor, and none by a name",
  ]);
});
