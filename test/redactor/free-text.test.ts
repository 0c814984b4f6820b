import { redactText } from '../../src/redactor/free-text';
import { StandIns } from '../../src/redactor/stand-ins';

test.each([
  ['secret,id=s0,data=hunt,,er2,format=raw', 'secret,id=s0,data=pass1xxxx,format=raw'],
  [
    '{"qom-type":"secret","id":"s0","data":"hunt\\"er2"}',
    '{"qom-type":"secret","id":"s0","data":"pass1xxxx"}',
  ],
  ['{"driver":"a", "password" : "hunter2"}', '{"driver":"a", "password" : "pass1"}'],
  [
    'rbd:pool/image:id=admin:key=AQBhunter2==:conf=/x',
    'rbd:pool/image:id=admin:key=pass1xxxx:conf=/redacted/path1',
  ],
  ['{"key-secret":"sec0"}', '{"key-secret":"sec0"}'],
])('%s', (text, hidden) => {
  expect(redactText(text, new StandIns())).toBe(hidden);
});

test('the user of a URL, with a password or without, and its host', () => {
  const hidden = (text: string) => redactText(text, new StandIns());
  expect(hidden('https://joe:hunter3@h.example/x')).toMatch(/^https:\/\/user1:pass1@host1\.example\//);
  expect(hidden('ssh://joe@h.example')).toMatch(/^ssh:\/\/user1@host1\.example$/);
});

test('what names an object that holds a secret is no secret: the two go on being one', () => {
  const text = 'iscsi,url=iscsi://192.0.2.1/x,password-secret=sec0';
  expect(redactText(text, new StandIns())).toContain('password-secret=sec0');
});
