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
