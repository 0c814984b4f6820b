import { convert } from '../../src/convert';

const UUID = '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f';

const CODES = ['value-invalid', 'value-missing', 'attribute-misplaced', 'interface-invalid', 'vcpu-invalid'];

const codes = (devices: string, rest = '', profile: 'standalone' | 'libvirt' = 'standalone') =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>256</memory><vcpu>4</vcpu>${rest}<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0', profile },
  )
    .diagnostics.map(({ code }) => code)
    .filter((code) => CODES.includes(code));

const SOURCES = { network: "network='default'", bridge: "bridge='br0'", user: '' } as const;

const port = (words: string, type: keyof typeof SOURCES = 'network') => {
  const card = (source: string) =>
    `<interface type='${type}'>${source}<virtualport ${words}</virtualport></interface>`;
  return codes(card(SOURCES[type] === '' ? '' : `<source ${SOURCES[type]}/>`));
};

describe('virtual ports, as libvirt 11.3 answers', () => {
  test.each([
    `type='openvswitch'><parameters interfaceid='${UUID}' profileid='x'/>`,
    `type='openvswitch'><parameters interfaceid='${UUID.replaceAll('-', '')}'/>`,
    `type='openvswitch'><parameters profileid='${'1'.repeat(39)}'/>`,
    "type='openvswitch'>",
    "type='midonet'>",
    `type='midonet'><parameters interfaceid='${UUID}' profileid='a' managerid='1'/>`,
    `type='802.1Qbg'><parameters managerid='0xff' typeid='16777215' typeidversion='010' instanceid='${UUID}'/>`,
    "type='802.1Qbg'><parameters managerid='1'/>",
    "type='802.1Qbh'>",
    `><parameters profileid='a' interfaceid='${UUID}' managerid='3'/>`,
    '>',
  ])('taken: %s', (words) => {
    expect(port(words)).toEqual([]);
  });

  test.each([
    ["type='nope'>", 'value-invalid'],
    ["type='openvswitch'><parameters interfaceid='zz'/>", 'value-invalid'],
    ["type='openvswitch'><parameters interfaceid=''/>", 'value-invalid'],
    [`type='openvswitch'><parameters profileid='${'1'.repeat(40)}'/>`, 'value-invalid'],
    ["type='openvswitch'><parameters managerid='1'/>", 'attribute-misplaced'],
    ["type='802.1Qbg'><parameters managerid='256'/>", 'value-invalid'],
    ["type='802.1Qbg'><parameters typeid='16777216'/>", 'value-invalid'],
    ["type='802.1Qbg'><parameters typeidversion='256'/>", 'value-invalid'],
    ["type='802.1Qbg'><parameters managerid='a'/>", 'value-invalid'],
    ["type='802.1Qbg'><parameters instanceid='a'/>", 'value-invalid'],
    ["type='802.1Qbg'><parameters profileid='a'/>", 'attribute-misplaced'],
    [`type='802.1Qbh'><parameters interfaceid='${UUID}'/>`, 'attribute-misplaced'],
    ["><parameters interfaceid='zz'/>", 'value-invalid'],
  ])('refused: %s', (words, code) => {
    expect(port(words)).toEqual([code]);
  });

  test('of a bridge it says all itself', () => {
    expect(port('>', 'bridge')).toEqual(['value-missing']);
    expect(port("type='802.1Qbg'><parameters managerid='1' typeid='2'/>", 'bridge')).toEqual([
      'value-missing',
    ]);
    expect(
      port("type='802.1Qbg'><parameters managerid='1' typeid='2' typeidversion='3'/>", 'bridge'),
    ).toEqual([]);
    expect(port("type='802.1Qbh'><parameters profileid=''/>", 'bridge')).toEqual(['value-missing']);
    expect(port("type='midonet'>", 'bridge')).toEqual(['value-missing']);
    expect(port("type='openvswitch'>", 'bridge')).toEqual([]);
  });

  test('where there is none, its words are no matter', () => {
    expect(port("type='802.1Qbg'><parameters managerid='256'/>", 'user')).toEqual([]);
  });
});

const ip = (words: string) => codes(`<interface type='user'><ip ${words}/></interface>`);

describe('addresses', () => {
  test.each([
    "address='10.0.2.0' prefix='24'",
    "address='fec0::' prefix='64'",
    "address='10.0.2.0' prefix='010'",
  ])('taken: %s', (words) => {
    expect(ip(words)).toEqual([]);
  });

  test.each([
    ["address='10.0.2.0' prefix='33'", 'value-invalid'],
    ["address='10.0.2.0' prefix='0x10'", 'value-invalid'],
    ["address='300.0.2.0'", 'value-invalid'],
    ["address='fec0::' family='ipv4'", 'value-invalid'],
    ["address='10.0.2.0' family='ipv6'", 'value-invalid'],
    ["address='fec0::' family='ipv6' prefix='129'", 'value-invalid'],
    ["address='10.0.2.0' peer='10.0.2.1'", 'interface-invalid'],
  ])('refused: %s', (words, code) => {
    expect(ip(words)).toEqual([code]);
  });

  test('a peer is of the same family', () => {
    expect(ip("address='10.0.2.0' peer='fec0::2'")).toContain('value-invalid');
  });

  test("the host's side is read, too", () => {
    const host = (words: string) =>
      codes(`<interface type='ethernet'><source><ip ${words}/></source></interface>`);
    expect(host("address='10.0.0.1' prefix='8' peer='10.0.0.2'")).toEqual([]);
    expect(host("address='10.0.0.1' prefix='40'")).toEqual(['value-invalid']);
  });
});

const C = "<cache id='0' level='3' type='both' size='3' unit='MiB'/>";
const cache = (words: string) => `<cache ${words}/>`;
const tune = (inside: string, vcpus = '0-1') => `<cachetune vcpus='${vcpus}'>${inside}</cachetune>`;
const memory = (inside: string) => `<memorytune vcpus='0-1'>${inside}</memorytune>`;
const NODE = "<node id='0' bandwidth='30'/>";

describe('parts of the cache, as libvirt 12.9 answers', () => {
  test.each([
    `<cachetune>${C}</cachetune>`,
    `<cachetune>${C}</cachetune><memorytune>${NODE}</memorytune>`,
    `<memorytune>${NODE}</memorytune>`,
    tune(`${C}<monitor level='3'/>`),
    '<energytune><monitor/></energytune>',
    "<energytune vcpus='0-1'><monitor/><monitor vcpus='1'/></energytune>",
    tune(C),
    tune(C) + tune(C, '2-3'),
    tune(C, '0-9'),
    tune('') + tune(C),
    tune(
      cache("id='0' level='4' type='code' size='0'") +
        cache("id='0' level='4' type='data' size='3' unit='MiB'"),
    ),
    tune(`${C}<monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='0'/>`),
    memory(NODE) + tune(C),
    memory(''),
  ])('taken: %s', (inside) => {
    expect(codes('', `<cputune>${inside}</cputune>`)).toEqual([]);
  });

  test.each([
    [tune(C) + tune(C, '1-2'), 'vcpu-invalid'],
    [tune(C) + tune(C), 'vcpu-invalid'],
    [tune(C + C), 'vcpu-invalid'],
    [tune(cache("id='0' level='3' type='code' size='3'") + C), 'vcpu-invalid'],
    [`<cachetune>${C}</cachetune><cachetune>${C}</cachetune>`, 'vcpu-invalid'],
    [`<cachetune>${C}</cachetune>${memory(NODE)}`, 'vcpu-invalid'],
    ["<energytune vcpus='0'><monitor vcpus='0-1'/></energytune>", 'vcpu-invalid'],
    ["<energytune vcpus='0-1'><monitor vcpus='0'/><monitor vcpus='0'/></energytune>", 'vcpu-invalid'],
    [tune(C, ''), 'value-missing'],
    [tune(C, 'x'), 'value-invalid'],
    [tune(cache("level='3' type='both' size='3'")), 'value-missing'],
    [tune(cache("id='0' type='both' size='3'")), 'value-missing'],
    [tune(cache("id='0' level='3' size='3'")), 'value-missing'],
    [tune(cache("id='0' level='3' type='both'")), 'value-missing'],
    [tune(cache("id='x' level='3' type='both' size='3'")), 'value-invalid'],
    [tune(cache("id='0' level='3' type='nope' size='3'")), 'value-invalid'],
    [tune(cache("id='0' level='3' type='both' size='3' unit='nope'")), 'value-invalid'],
    [tune(`${C}<monitor level='3' vcpus='2'/>`), 'vcpu-invalid'],
    [tune(`${C}<monitor level='2' vcpus='1'/>`), 'value-invalid'],
    [tune(`${C}<monitor vcpus='1'/>`), 'value-missing'],
    [tune(`${C}<monitor level='3' vcpus='0'/><monitor level='3' vcpus='0'/>`), 'vcpu-invalid'],
    [tune(`${C}<monitor level='3' vcpus='0-1'/><monitor level='3' vcpus='1-2'/>`, '0-2'), 'vcpu-invalid'],
    [memory(NODE) + tune(C, '1-2'), 'vcpu-invalid'],
    [memory(NODE) + memory(NODE), 'vcpu-invalid'],
    [memory(NODE + NODE), 'vcpu-invalid'],
    [memory("<node id='0'/>"), 'value-missing'],
  ])('refused: %s', (inside, code) => {
    expect(codes('', `<cputune>${inside}</cputune>`)).toEqual([code]);
    expect(codes('', `<cputune>${inside}</cputune>`, 'libvirt')).toContain(code);
  });
});
