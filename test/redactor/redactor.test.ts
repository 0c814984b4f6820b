import { convert } from '../../src/convert';
import { Redactor } from '../../src/redactor';
import { PRIVATE, SECRETS } from './guest';

const leaks = (text: string) => SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

test('every secret of the guest is in it, so that none is looked for in vain', () => {
  const forQemuAlone = ['pay,, roll'];
  expect(SECRETS.filter((secret) => !leaks(PRIVATE).includes(secret))).toEqual(forQemuAlone);
});

test('no secret stays, and every line is where it was', () => {
  const hidden = new Redactor().xml(PRIVATE);
  expect(leaks(hidden)).toEqual([]);
  expect(hidden.split('\n')).toHaveLength(PRIVATE.split('\n').length);
});

test('a file always becomes the same', () => {
  expect(new Redactor().xml(PRIVATE)).toBe(new Redactor().xml(PRIVATE));
});

test('the hidden guest converts to the same arguments, but for their values', () => {
  const options = { qemuVersion: '7.2', secret: { 'hooli-chap': '/k' }, network: { hoolinet: 'br0' } };
  const redactor = new Redactor();
  const xml = redactor.xml(PRIVATE);
  const secret = redactor.secrets(options.secret);
  const network = redactor.networks(options.network);
  const before = convert(PRIVATE, options);
  const after = convert(xml, { ...options, secret, network });
  expect(before.argv).toBeDefined();
  expect(skeleton(after.argv)).toEqual(skeleton(before.argv));
  expect(after.diagnostics.map(({ code, at }) => [code, at?.line])).toEqual(
    before.diagnostics.map(({ code, at }) => [code, at?.line]),
  );
  expect(leaks(JSON.stringify([after.argv, after.diagnostics]))).toEqual([]);
});

/** `a=b,c=d` -> `a=,c=`: a value may be anything but a name of an option or a property. */
function skeleton(argv: readonly string[] = []): string[] {
  const single = ['-append', '-vnc', '-kernel', '-uuid', '-set'];
  return argv.map((word, i) =>
    single.includes(argv[i - 1] ?? '') ? 'VALUE' : word.replaceAll(',,', '').replace(/=[^,]*/g, '='),
  );
}

test.each(Array.from({ length: 400 }, (_, i) => Math.floor((PRIVATE.length * (i + 1)) / 400)))(
  'a file that breaks off after %d characters tells nothing',
  (length) => {
    expect(leaks(new Redactor().xml(PRIVATE.slice(0, length)))).toEqual([]);
  },
);

test('a text that is no XML is gone through for what has a form of its own', () => {
  const hidden = new Redactor().xml('</a>/home/gavin/x <b c=/srv/hooli/y & 10.77.3.4 <');
  expect(leaks(hidden)).toEqual([]);
});

test.each([
  ['/srv/a/b.qcow2', '/redacted/path1.qcow2'],
  ['/dev/vg0/db1', '/dev/redacted/path1'],
  ['/dev/zvol/tank/db1', '/dev/zvol/redacted/path1'],
  ['/usr/share/OVMF/OVMF_CODE.fd', '/usr/share/OVMF/OVMF_CODE.fd'],
  ['/dev/sda', '/dev/sda'],
  ['/dev/sda/../../home/x', '/redacted/path1'],
  ['/dev/disk/by-id/wwn-0x5000c500a1b2c3d4-part2', '/dev/disk/by-id/wwn-0x5000000000000001-part2'],
  ['/dev/disk/by-id/ata-WDC_WD40_WX41A99', '/dev/disk/by-id/ata-redacted1'],
  ['/dev/tape/by-id/scsi-35000c500a1b2c3d4-nst', '/dev/tape/by-id/scsi-35000000000000001-nst'],
  ['/dev/disk/by-path/ip-10.0.0.1:3260-iscsi-iqn.2001-01.a:b-lun-1', '/dev/disk/by-path/ip-redacted1'],
  ['/dev/mapper/vg-lv', '/dev/mapper/redacted1'],
])('%s becomes %s', (path, standIn) => {
  expect(new Redactor().path(path)).toBe(standIn);
});

test('a WWN is the same however it is written, in the guest and on the host', () => {
  const redactor = new Redactor();
  const xml = redactor.xml(`<a wwn='naa.5000c500a1b2c3d4' wwpn='50:00:C5:00:A1:B2:C3:D4'/>`);
  expect(xml).toBe(`<a wwn="naa.5000000000000001" wwpn="5000000000000001"/>`);
  expect(redactor.facts({ schema: 1, hostname: 'pool7', secrets: ['5000c500a1b2c3d4'] })).toEqual({
    schema: 1,
    hostname: 'host1.example',
    secrets: ['5000000000000001'],
  });
  expect(redactor.path('/dev/disk/by-id/scsi-35000c500a1b2c3d4')).toBe(
    '/dev/disk/by-id/scsi-35000000000000001',
  );
});

test('a path in words is that path, whatever of it is known by itself', () => {
  const redactor = new Redactor();
  redactor.xml(`<disk><wwn>5000c500a1b2c3d4</wwn><source file='/srv/pay, roll'/></disk>`);
  expect(redactor.words('of /srv/pay, roll and /srv/pay, roll/sub on 5000c500a1b2c3d4')).toBe(
    'of /redacted/path1 and /redacted/path2 on 5000000000000001',
  );
  expect(redactor.words('at /dev/disk/by-id/wwn-0x5000c500a1b2c3d4')).toBe(
    'at /dev/disk/by-id/wwn-0x5000000000000001',
  );
});

test('a name of a device of the host is as the link that it is made of, and an address tells nothing', () => {
  const redactor = new Redactor();
  expect(redactor.path('/dev/disk/by-id/ata-WDC_WD40-WX_41')).toBe('/dev/disk/by-id/ata-redacted1');
  const xml = (name: string) => redactor.xml(`<source name='${name}'/>`);
  expect(xml('block_sda_WDC_WD40_WX_41')).toBe(`<source name="block_sda_redacted1"/>`);
  expect(xml('wwn-0x5000c500a1b2c3d4')).toBe(`<source name="wwn-0x5000000000000001"/>`);
  for (const place of ['target2:0:3', 'scsi_2_0_3_0', 'host2', '2:0:3:0', 'sg3'])
    expect(xml(place)).toBe(`<source name='${place}'/>`);
});

test('WWNs of the ports behind an NPIV port are hidden too', () => {
  const hidden = new Redactor().xml(
    `<address parent_wwnn='0x20000024ff3dd3e9' parent_wwpn='21:00:00:24:ff:3d:d3:e9' parent_fabric_wwn='100000051e36f7c4'/>`,
  );
  expect(hidden).not.toMatch(/24ff3d|24:ff:3d|1e36f7/);
});

test('a file stays in its folder, where that is known', () => {
  const redactor = new Redactor();
  redactor.folders(['/srv/vm']);
  expect([redactor.path('/srv/vm/a.img'), redactor.path('/srv/vm'), redactor.path('/srv/b.img')]).toEqual([
    '/redacted/path1/path1.img',
    '/redacted/path1',
    '/redacted/path2.img',
  ]);
});

test('what is wrong with a value stays wrong', () => {
  const hidden = new Redactor().xml(`<mac address='52:54:00:zz:b1:c7'/><mac address='01:54:00:9a:b1:c7'/>`);
  expect(hidden).toBe(`<mac address="00:00:00:xx:a0:a0"/><mac address="53:54:00:00:00:02"/>`);
});

test.each([
  '<a ' + 'x'.repeat(200_000),
  `<a>b${' '.repeat(200_000)}c`,
  '<a "'.repeat(50_000),
  '/a.b'.repeat(50_000),
])('a hostile text takes no longer than a long one', (text) => {
  // of the processor: a busy machine has other work
  const start = process.cpuUsage();
  new Redactor().xml(text);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  'a name that every object has is none that is known: %s',
  (name) => {
    const redactor = new Redactor();
    const xml = `<domain><${name}>joe</${name}><disk ${name}='x'/><uuid>&${name};</uuid></domain>`;
    expect(redactor.xml(xml)).toContain(`<disk ${name}=`);
    expect(redactor.facts({ nodes: [{ [name]: '/home/joe' }] })).toEqual({
      nodes: [{ [name]: expect.stringMatching(/^\//) as string }],
    });
  },
);

test.each([
  ['sda', true],
  ['nvme0n1', true],
  ['nvme0n1p2', true],
  ['nvmepayroll', false],
  ['payroll', false],
])('a drive keeps a name that says nothing but its place: %s', (dev, keeps) => {
  const disk = `<disk type='file'><source file='/a'/><target dev='${dev}' bus='virtio'/></disk>`;
  const hidden = new Redactor().xml(`<domain type='qemu'><name>a</name><devices>${disk}</devices></domain>`);
  const [, , shown = ''] = /<target dev=(['"])(.*?)\1/.exec(hidden) ?? [];
  expect(shown === dev).toBe(keeps);
  // The letters at its start say a bus.
  if (dev.startsWith('nvme')) expect(shown).toMatch(/^nvme/);
});

test('the secret of the cookies of a drive keeps its name', () => {
  const secrets = new Redactor().secrets({ 'cookies-vda': '/a', 'cookies-payroll': '/b' });
  expect(Object.keys(secrets)).toContain('cookies-vda');
  expect(Object.keys(secrets)).not.toContain('cookies-payroll');
});
