import { convert } from '../../../src/convert';

const MEMORY = {
  'virtio-pmem': "<source><path>/srv/pmem.img</path></source><target><size unit='MiB'>128</size></target>",
  'virtio-mem':
    "<target><size unit='MiB'>128</size><node>0</node><block unit='MiB'>2</block><requested unit='MiB'>0</requested></target>",
};

test.each(Object.entries(MEMORY))(
  'memory of model %s is on PCI, and in no slot of modules',
  (model, words) => {
    const said = (address: string) =>
      convert(
        `<domain type='kvm'><name>a</name><maxMemory slots='2' unit='GiB'>2</maxMemory><memory unit='GiB'>1</memory><vcpu>1</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type></os><cpu><numa><cell id='0' cpus='0' memory='1' unit='GiB'/></numa></cpu>
<devices><memory model='${model}'>${words}${address}</memory></devices></domain>`,
        { qemuVersion: '10.0' },
      ).diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
    expect(said("<address type='pci'/>")).toEqual([]);
    expect(said("<address type='dimm' slot='0'/>")).toEqual(['address-invalid']);
  },
);

test('a card on USB is at no other place', () => {
  const card = (address: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory unit='GiB'>1</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><interface type='user'><model type='usb-net'/>${address}</interface></devices></domain>`,
      { qemuVersion: '10.0' },
    );
  const { argv, diagnostics } = card("<address type='spapr-vio' reg='0x1000'/>");
  expect(diagnostics.map(({ code }) => code)).toContain('address-left-out');
  expect(argv?.filter((word) => word.startsWith('usb-net'))).toEqual([
    expect.stringMatching(/,bus=usb\.0,port=1/),
  ]);
  expect(card("<address type='usb' bus='0' port='2'/>").argv).toContainEqual(
    expect.stringMatching(/^usb-net.*port=2/),
  );
});
