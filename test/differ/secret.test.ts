import { shown } from '../../src/differ/secret';

test.each([
  ['-object', 'data', 'abc', '(not shown)'],
  ['-drive', 'file.cookie', 'abc', '(not shown)'],
  ['-iscsi', 'password', 'abc', '(not shown)'],
  ['-drive', 'file', 'json:{"driver":"https","cookie":"abc"}', 'json:{"driver":"https","cookie":"***"}'],
  ['-drive', 'file', 'https://joe:abc@h/x', 'https://joe:***@h/x'],
  [
    '-drive',
    'file',
    'rbd:pool/image:id=admin:key=abc:auth_supported=cephx',
    'rbd:pool/image:id=admin:key=***:auth_supported=cephx',
  ],
  ['-device', 'data', 'abc', 'abc'],
  ['-drive', 'file.cookie-secret', 'c0', 'c0'],
])('%s %s: %s', (option, name, value, expected) => {
  expect(shown(option, name, value)).toBe(expected);
});
