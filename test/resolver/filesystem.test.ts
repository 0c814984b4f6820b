import { convert } from '../../src/convert';

function errors(...devices: string[]) {
  return convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
      `<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking><devices>${devices.join('')}</devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  )
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.path.replace('domain/devices/', '') ?? ''}`);
}

const folder = (driver: string, attributes = '', inside = '') =>
  `<filesystem type='mount' ${attributes}><driver type='${driver}'/><source dir='/a'/><target dir='tag'/>${inside}</filesystem>`;

test('what virtiofsd serves is found by its tag alone', () => {
  expect(errors(folder('virtiofs'), folder('virtiofs'))).toEqual([
    'filesystem-invalid filesystem[2]/target/@dir',
  ]);
  expect(errors(folder('virtiofs'), folder('path'))).toEqual([
    'filesystem-invalid filesystem[1]/target/@dir',
  ]);
  expect(errors(folder('path'), folder('virtiofs'))).toEqual([
    'filesystem-invalid filesystem[2]/target/@dir',
  ]);
  expect(errors(folder('path'), folder('path'))).toEqual([]);
});

test('mtp leaves owners and permissions as they are', () => {
  expect(errors(folder('mtp', "accessmode='passthrough'"))).toEqual([]);
  expect(errors(folder('mtp', "accessmode='mapped' dmode='755'"))).toEqual([
    'filesystem-invalid filesystem/@accessmode',
    'filesystem-invalid filesystem/@dmode',
  ]);
});

test('-1 threads are as many as virtiofsd likes', () => {
  expect(errors(folder('virtiofs', '', "<binary><thread_pool size='-1'/></binary>"))).toEqual([]);
});

test('a folder that the guest cannot write to is read alone', () => {
  const opened = (inside: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
        `<devices>${folder('path', '', inside)}</devices></domain>`,
      { qemuVersion: '10.0' },
    ).plan?.resources.map(({ path, access }) => `${path} ${access}`);
  expect(opened('')).toEqual(['/a read-write']);
  expect(opened('<readonly/>')).toEqual(['/a read']);
});

test('virtiofsd is started for a folder, unless another serves it', () => {
  const started = (source: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
        `<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>` +
        `<devices><filesystem type='mount'><driver type='virtiofs'/>${source}<target dir='tag'/></filesystem></devices></domain>`,
      { qemuVersion: '10.0' },
    ).plan?.companions.map(({ argv }) => argv.join(' '));
  expect(started("<source dir='/a'/>")).toEqual([
    'virtiofsd --socket-path=/run/virtiofsd-a-fs0.sock --shared-dir=/a',
  ]);
  expect(started("<source socket='/run/fs.sock'/>")).toEqual([]);
});

/** Companions of a guest on a host whose virtiofsd is QEMU's own, and what is said of it. */
function onOldHost(filesystem: string) {
  const { plan, diagnostics } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
      `<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>` +
      `<devices><filesystem type='mount'><driver type='virtiofs'/>${filesystem}<target dir='tag'/></filesystem></devices></domain>`,
    {
      qemuVersion: '7.2',
      host: { schema: 1, virtiofsd: [{ program: 'virtiofsd', path: '/usr/lib/qemu/virtiofsd', kind: 'c' }] },
    },
  );
  return { argv: plan?.companions.map(({ argv }) => argv), codes: diagnostics.map(({ code }) => code) };
}

test("QEMU's own virtiofsd is told in its words, by its path", () => {
  const binary = `<binary xattr='on'><cache mode='none'/><sandbox mode='chroot'/><lock posix='on' flock='on'/><thread_pool size='4'/><openfiles max='1000'/></binary>`;
  expect(onOldHost(`${binary}<source dir='/srv/a,b\\c'/>`)).toEqual({
    argv: [
      [
        '/usr/lib/qemu/virtiofsd',
        '--socket-path=/run/virtiofsd-a-fs0.sock',
        '-o',
        'source=/srv/a\\,b\\\\c,cache=none,sandbox=chroot,xattr,posix_lock,flock',
        '--thread-pool-size=4',
        '--rlimit-nofile=1000',
      ],
    ],
    codes: [],
  });
});

test('another virtiofsd than the known one is taken for the one in Rust', () => {
  const { argv, codes } = onOldHost(
    "<binary path='/opt/virtiofsd'><lock flock='on'/></binary><source dir='/a'/><readonly/>",
  );
  expect(argv).toEqual([
    ['/opt/virtiofsd', '--socket-path=/run/virtiofsd-a-fs0.sock', '--shared-dir=/a', '--readonly'],
  ]);
  expect(codes).toEqual(['virtiofs-locks']);
});

test('what the guest does not say of virtiofsd, neither of the two is told', () => {
  expect(onOldHost("<source dir='/a'/>").argv).toEqual([
    ['/usr/lib/qemu/virtiofsd', '--socket-path=/run/virtiofsd-a-fs0.sock', '-o', 'source=/a'],
  ]);
  const rust = "<binary path='/opt/virtiofsd' xattr='on'><cache mode='none'/></binary><source dir='/a'/>";
  expect(onOldHost(rust).argv).toEqual([
    [
      '/opt/virtiofsd',
      '--socket-path=/run/virtiofsd-a-fs0.sock',
      '--shared-dir=/a',
      '--cache=never',
      '--xattr',
    ],
  ]);
});
