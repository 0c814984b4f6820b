import { convert } from '../../../src/convert';

/** The processor of a guest whose ids go beyond what the older APIC reaches. */
const cpu = (attributes: string, inside: string) => {
  const { plan, argv = [] } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><vcpu>165</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os>
<features><acpi/><apic/></features><cpu ${attributes}>${inside}<topology sockets='33' dies='1' cores='5' threads='1'/></cpu><devices/></domain>`,
    { qemuVersion: '10.0' },
  );
  const decided = plan?.decisions.filter(({ value }) => value === 'x2apic=on').length;
  return [argv[argv.indexOf('-cpu') + 1], decided];
};

test('x2APIC is switched on where neither the model nor the XML has it', () => {
  expect(cpu('', '<model>EPYC</model>')).toEqual(['EPYC,x2apic=on', 1]);
  expect(cpu("mode='maximum'", '')).toEqual(['max', 0]);
  const named = "<model>EPYC</model><feature policy='require' name='x2apic'/>";
  expect(cpu('', named)).toEqual(['EPYC,x2apic=on', 0]);
});
