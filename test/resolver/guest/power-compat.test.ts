import { convert } from '../../../src/convert';

const said = (model: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>512</memory><os><type arch='ppc64' machine='pseries'>hvm</type></os>
<cpu mode='host-model'><model>${model}</model></cpu><devices><memballoon model='none'/></devices></domain>`,
    { qemuVersion: '10.0', arch: 'ppc64' },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('a guest sees an older POWER by its name, and by no other', () => {
  expect(said('power8')).toEqual([]);
  expect(said('POWER9')).toEqual([]);
  expect(said('Icelake-Client')).toEqual(['value-invalid']);
  expect(said('power5')).toEqual(['value-invalid']);
});
