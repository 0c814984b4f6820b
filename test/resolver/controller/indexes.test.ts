import { convert } from '../../../src/convert';

const errors = (...models: string[]) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices>${models.map((model, index) => `<controller type='usb' index='${index}' model='${model}'/>`).join('\n')}</devices></domain>`,
    { qemuVersion: '10.0' },
  ).diagnostics.flatMap(({ severity, code, at }) => (severity === 'error' ? [`${code} ${at?.line}`] : []));

test('no USB is said once, and alone', () => {
  expect(errors('none')).toEqual([]);
  expect(errors('none', 'qemu-xhci')).toEqual(['usb-none-only 3']);
  expect(errors('qemu-xhci', 'none')).toEqual(['usb-none-only 2']);
  expect(errors('none', 'none')).toEqual(['usb-none-only 3']);
});
