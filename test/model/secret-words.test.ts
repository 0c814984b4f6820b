import { hideSecrets } from '../../src/model/secret-words';

test.each([
  [`<graphics type='vnc' passwd='hunter2' port='1'/>`, `<graphics type='vnc' passwd='*******' port='1'/>`],
  [`<graphics passwd = "it's" keymap="de"/>`, `<graphics passwd = "****" keymap="de"/>`],
  [`<graphics passwd="a\nb"/>`, `<graphics passwd="*\n*"/>`],
  [`<graphics passwd=hunter2 port="1"/>`, `<graphics passwd=******* port="1"/>`],
  [`<graphics passwd="hunter2 >\n<x a='b'/>`, `<graphics passwd="*********\n<x a='b'/>`],
  [`<!-- passwd='hunter2' -->`, `<!-- passwd='*******' -->`],
  [`<cookie name='sid'>abc</cookie>`, `<cookie name='sid'>***</cookie>`],
  [`<cookie name='sid'><![CDATA[abc]]></cookie>`, `<cookie name='sid'>***************</cookie>`],
  [`<cookies><cookie name='a'/><x>y</x></cookies>`, `<cookies><cookie name='a'/><x>y</x></cookies>`],
  [`<arg value='secret,id=s,data=a,,b,format=raw'/>`, `<arg value='secret,id=s,data=****,format=raw'/>`],
  [
    `<arg value='{"qom-type":"secret","data":"a\\"b"}'/>`,
    `<arg value='{"qom-type":"secret","data":"****"}'/>`,
  ],
  [`<arg value="{&quot;data&quot;:&quot;ab&quot;}"/>`, `<arg value="{&quot;data&quot;:&quot;**&quot;}"/>`],
  [`<arg value='file=https://joe:pw@h/x'/>`, `<arg value='file=https://joe:**@h/x'/>`],
  [`<arg value='rbd:pool/image:id=admin:key=AQBa=='/>`, `<arg value='rbd:pool/image:id=admin:key=******'/>`],
  [`<arg value='file.cookie=a,,b,if=none'/>`, `<arg value='file.cookie=****,if=none'/>`],
  [`<arg value='json:{"cookie":"ab"}'/>`, `<arg value='json:{"cookie":"**"}'/>`],
  [`<arg value='file.cookie-secret=c0'/>`, `<arg value='file.cookie-secret=c0'/>`],
  [`<arg value='password-secret=s0'/>`, `<arg value='password-secret=s0'/>`],
  [`<graphics passwdValidTo='2030-01-01T00:00:00'/>`, `<graphics passwdValidTo='2030-01-01T00:00:00'/>`],
])('%s', (text, hidden) => {
  expect(hideSecrets(text)).toBe(hidden);
  expect(hidden).toHaveLength(text.length);
});

test('a text that is nothing but beginnings takes no time', () => {
  // of the processor: a busy machine has other work
  const begun = process.cpuUsage();
  for (const start of [
    'passwd="',
    "passwd='",
    'passwd ',
    '<cookie "',
    '<cookie>',
    'a://b:',
    '"data":"',
    'data=,',
  ])
    hideSecrets(start.repeat(200_000));
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5_000);
});
