import { convert, type ConvertOptions } from '../../../src/convert';

const converted = (cells: number, options: ConvertOptions = {}) => {
  const numa = Array.from(
    { length: cells },
    (_, id) => `<cell id='${id}' cpus='${id}' memory='256' unit='MiB'/>`,
  );
  return convert(
    `<domain type='kvm'><name>a</name><maxMemory slots='1' unit='GiB'>2</maxMemory><memory unit='MiB'>${cells * 256}</memory><vcpu>${cells}</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features><cpu><numa>${numa.join('')}</numa></cpu><devices>
<memory model='sgx-epc'><target><size unit='MiB'>16</size></target></memory></devices></domain>`,
    { qemuVersion: '10.0', ...options },
  );
};

test('QEMU wants the cell of an enclave, also of the only one', () => {
  expect(converted(1).argv?.find((word) => word.includes('sgx-epc'))).toContain('sgx-epc.0.node=0');
});

test('which of many is not known', () => {
  expect(converted(2).diagnostics.map(({ code }) => code)).toContain('memory-device-invalid');
  const { diagnostics } = converted(2, { profile: 'libvirt' });
  expect(diagnostics.map(({ code }) => code)).not.toContain('memory-device-invalid');
});
