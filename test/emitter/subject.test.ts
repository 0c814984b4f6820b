import { convert } from '../../src';
import { domainTexts } from '../parser/texts';

test('every option says what it is about, and one with the id of a device is about that device', () => {
  let devices = 0;
  for (const text of domainTexts()) {
    const { options, subjects, plan } = convert(text);
    if (options === undefined) continue;
    expect(subjects).toHaveLength(options.length);
    options.forEach(([option, value = ''], index) => {
      const id = option === '-device' ? /,id=([^,]+)/.exec(value)?.[1] : undefined;
      const owner = plan?.devices.find((device) => device.id === id);
      if (owner === undefined) return;
      devices += 1;
      expect(subjects?.[index]).toBe(owner);
    });
  }
  expect(devices).toBeGreaterThan(100);
});

test('devices that belong to a part of the guest are about that part', () => {
  const { options, subjects } = convert(
    "<domain type='qemu'><name>a</name><memory>1048576</memory><vcpu>1</vcpu><features><vmcoreinfo state='on'/></features><os><type arch='x86_64'>hvm</type></os></domain>",
  );
  expect(
    subjects?.[
      options?.findIndex((words) => words.includes('vmcoreinfo') || words[1]?.includes('vmcoreinfo')) ?? -1
    ],
  ).toBe('vmcoreinfo');
  expect(subjects?.[0]).toBe('name');
});
