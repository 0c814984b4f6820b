import { convert } from '../../../src/convert';

test('a persistent module that the guest cannot write to is read alone', () => {
  const opened = (readonly: string) =>
    convert(
      `<domain type='kvm'><name>a</name><maxMemory slots='4' unit='GiB'>4</maxMemory><memory unit='GiB'>2</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features><cpu><numa><cell id='0' cpus='0' memory='2' unit='GiB'/></numa></cpu>
<devices><memory model='nvdimm'><source><path>/srv/pmem</path></source><target><size unit='MiB'>512</size><node>0</node>${readonly}</target></memory></devices></domain>`,
      { qemuVersion: '10.0' },
    ).plan?.resources.map(({ path, access }) => `${path} ${access}`);
  expect(opened('')).toEqual(['/srv/pmem read-write']);
  expect(opened('<readonly/>')).toEqual(['/srv/pmem read']);
});
