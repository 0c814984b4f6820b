import { convert, type ConvertOptions } from '../../src/convert';

const guest = (...disks: string[]) =>
  `<domain type='kvm'><name>a</name><memory>65536</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
  `<devices>${disks.join('')}</devices></domain>`;

const jar = "<cookies><cookie name='a'>b</cookie></cookies>";
const web = (target: string, inside = '') =>
  `<disk type='network' device='disk'><driver type='qcow2'/><source protocol='https' name='${target}.img'>` +
  `<host name='h'/>${jar}</source>${inside}<target dev='${target}' bus='virtio'/></disk>`;

const ssh = (inside: string) =>
  guest(
    `<disk type='network' device='disk'><source protocol='ssh' name='a.img'><host name='h'/>${inside}</source><target dev='vda' bus='virtio'/></disk>`,
  );

const errors = (xml: string, options: ConvertOptions = {}) =>
  convert(xml, options).diagnostics.filter(({ severity }) => severity === 'error');

const below = `<backingStore type='network'><format type='qcow2'/><source protocol='https' name='base.img'><host name='h'/>${jar}</source><backingStore/></backingStore>`;

test('every image has cookies of its own name', () => {
  const xml = guest(web('vda', below), web('vdb'));
  expect(errors(xml, { storage: 'blockdev' }).map(({ message }) => message)).toEqual([
    "the secret 'cookies-vda' is needed, and nothing says where it is",
    "the secret 'cookies-vda-1' is needed, and nothing says where it is",
    "the secret 'cookies-vdb' is needed, and nothing says where it is",
  ]);
  const secrets = { 'cookies-vda': '/a', 'cookies-vda-1': '/a1', 'cookies-vdb': '/b' };
  const { argv } = convert(xml, { storage: 'blockdev', secret: secrets });
  expect(argv?.filter((word) => word.startsWith('secret,'))).toEqual([
    expect.stringMatching(/file=\/a1$/),
    expect.stringMatching(/file=\/a$/),
    expect.stringMatching(/file=\/b$/),
  ]);
});

test('keys of ssh come from an agent: what to do before is said', () => {
  const { plan, argv } = convert(
    ssh("<knownHosts path='/etc/known hosts'/><identity username='root' keyfile='/k/id_ed25519'/>"),
  );
  expect(plan?.hostSteps.flatMap(({ commands }) => commands)).toEqual([
    'unset SSH_AGENT_PID',
    'eval "$(ssh-agent -s)"',
    '[ -n "${SSH_AGENT_PID-}" ]',
    'ssh-add -- /k/id_ed25519',
    '(umask 077 && mkdir -p ~/.ssh && touch ~/.ssh/known_hosts)',
    "known=$(grep -vxFf ~/.ssh/known_hosts -- '/etc/known hosts' || [ $? -eq 1 ])",
    `[ -z "$known" ] || printf '%s\\n' "$known" >> ~/.ssh/known_hosts`,
  ]);
  expect(argv?.join(' ')).toContain('file.user=root');
});

test('an agent by its socket', () => {
  const { plan } = convert(ssh("<identity username='root' agentsock='/run/agent'/>"));
  expect(plan?.hostSteps.flatMap(({ commands }) => commands)).toEqual(['export SSH_AUTH_SOCK=/run/agent']);
});

test('a password is refused with the way to a key', () => {
  const [problem] = errors(ssh("<auth username='root'><secret type='iscsi' usage='u'/></auth>"));
  expect(problem?.code).toBe('ssh-password');
  expect(problem?.help).toContain('ssh-copy-id root@h');
});

test('libvirt leaves such a source to nbdkit, and writes the rest', () => {
  const { argv, diagnostics } = convert(ssh("<knownHosts path='/k'/>"), { profile: 'libvirt' });
  expect(diagnostics).toEqual([
    expect.objectContaining({ code: 'ssh-nbdkit', severity: 'warning' }) as unknown,
  ]);
  expect(argv?.join(' ')).toContain('"driver":"ssh","path":"a.img"');
});

test('where a socket lies that the XML does not place is a decision', () => {
  const { plan } = convert(guest("<graphics type='vnc'><listen type='socket'/></graphics>"));
  expect(plan?.decisions).toContainEqual(expect.objectContaining({ subject: 'vnc', value: 'a-vnc.sock' }));
});
