/** Reasons are written as forms and words; the page puts them together again. */
import { explain } from '../../src/explain';
import { reasonsData } from '../../src/report/reasons';

const disks = Array.from(
  { length: 50 },
  (_, n) =>
    `<disk type='file' device='disk'><source file='/images/${n}.img'/><target dev='vd${String.fromCharCode(97 + (n % 26))}${n < 26 ? '' : 'a'}' bus='virtio'/></disk>`,
);
const { explanation } = explain(
  `<domain type='qemu'><name>a&lt;b&gt; c&amp;1 "q"</name><memory>65536</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${disks.join('\n')}</devices></domain>`,
  { qemuVersion: '10.0' },
);
const text = reasonsData(explanation!);
const { forms, reasons } = JSON.parse(text) as { forms: string[]; reasons: [string, number, string][] };
const reasonOf = (key: string) => {
  const [, form, words] = reasons.find(([name]) => name === key)!;
  const left = words.split(' ');
  const whole = forms[form]!.replaceAll('\u0001', () => left.shift()!);
  expect(left).toEqual([]);
  return whole;
};

test('each group has its reason, and reasons of one form are written once', () => {
  expect(reasons.map(([key]) => key)).toEqual(explanation!.groups.map(({ key }) => key));
  const used = new Set(reasons.filter(([key]) => key.startsWith('vd')).map(([, form]) => form));
  expect(used.size).toBeLessThan(6);
});

test('what it says is whole, with its names and numbers', () => {
  const reason = reasonOf('vdc');
  expect(reason).toContain('<article class="why storage" id="why-vdc" data-why="vdc"><h3>disk vdc</h3>');
  expect(reason).toContain(
    '<code>file=/images/2.img</code></th><td>what QEMU opens (line 4: source/@file)</td>',
  );
});

test('a name with markup stays text, in the form and in the page around it', () => {
  expect(reasonOf('name')).toContain('guest=a&lt;b&gt; c&amp;1 &quot;q&quot;');
  expect(text).not.toContain('<');
});
