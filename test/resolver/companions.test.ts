import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';

/** The plan of a guest under cases/. */
function planOf(folder: string, options: ConvertOptions) {
  const xml = readFileSync(join(__dirname, '../cases', folder, 'guest.xml'), 'utf8');
  return convert(xml, { qemuVersion: '9.0.0', ...options }).plan!;
}

test('an encrypted TPM: its state is made once, then swtpm serves it', () => {
  const secrets = { '6dd3e4a5-1d76-44ce-961f-f119f5aad935': '/etc/keys/tpm' };
  const { companions, hostSteps } = planOf('tpm/emulator', { secret: secrets });
  expect(hostSteps.flatMap(({ commands }) => commands)).toEqual([
    "mkdir -p '/srv/tpm/win 11'",
    "swtpm_setup --tpm2 --tpmstate 'dir:///srv/tpm/win 11' --createek --create-ek-cert --create-platform-cert --lock-nvram --not-overwrite --pwdfile /etc/keys/tpm --cipher aes-256-cbc --pcr-banks sha256,sha512 --profile-name local:restricted --profile-remove-disabled fips-host",
    "swtpm_setup --tpm2 --tpmstate 'dir:///srv/tpm/win 11' --reconfigure --pwdfile /etc/keys/tpm --cipher aes-256-cbc --pcr-banks sha256,sha512",
  ]);
  expect(companions.map(({ argv }) => argv.join(' '))).toEqual([
    'swtpm socket --tpm2 --tpmstate dir=/srv/tpm/win 11,mode=0600 --ctrl type=unixio,path=/run/swtpm-win11.sock,mode=0600 --log level=5 --key pwdfile=/etc/keys/tpm,mode=aes-256-cbc --terminate',
  ]);
});

test('the key of a TPM is a file that the user names', () => {
  const xml = readFileSync(join(__dirname, '../cases/tpm/emulator/guest.xml'), 'utf8');
  expect(convert(xml).diagnostics).toContainEqual(expect.objectContaining({ code: 'secret-missing' }));
});

test('the state of a TPM in one file', () => {
  const { companions, hostSteps } = planOf('tpm/emulator-arm', { arch: 'aarch64' });
  expect(hostSteps[0]?.commands[0]).toBe('mkdir -p /srv/tpm');
  expect(companions[0]?.argv).toContain('backend-uri=file:///srv/tpm/arm.state,mode=0600');
});

test("a TPM that the XML does not place is where libvirt's would be, as 1.2 on x86", () => {
  const { companions, decisions } = planOf('tpm/emulator-default', {});
  const folder = '/var/lib/libvirt/swtpm/8e1b2c5a-6a0b-4c0e-9d3f-0c5a4b1e2f55/tpm1.2';
  expect(companions[0]?.argv).toContain(`dir=${folder},mode=0600`);
  expect(companions[0]?.argv).not.toContain('--tpm2');
  expect(decisions).toContainEqual(expect.objectContaining({ subject: 'tpm0', value: folder }));
});

test('a guest without a uuid has its TPM by its name, and a comma in it makes no two guests one', () => {
  const folderOf = (name: string) =>
    convert(
      `<domain type='qemu'><name>${name}</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices><tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm></devices></domain>`,
      { qemuVersion: '10.0' },
    ).plan?.decisions.find(({ subject }) => subject === 'tpm0')?.value;
  expect(['a b', 'a_b', 'a,b'].map(folderOf)).toEqual([
    '/var/lib/libvirt/swtpm/a b/tpm2',
    '/var/lib/libvirt/swtpm/a_b/tpm2',
    expect.stringMatching(/^\/var\/lib\/libvirt\/swtpm\/a_b-[\da-f]{8}\/tpm2$/),
  ]);
});

test.each([
  ['filesystem/virtiofs', ['/run/virtiofsd-share2-fs0.sock.pid']],
  [
    'filesystem/virtiofsd-of-qemu',
    [
      '/run/virtiofsd/.run.virtiofsd-files-fs0.sock.pid',
      '/run/virtiofsd/.run.virtiofsd-files-fs1.sock.pid',
      '/run/virtiofsd-files-fs2.sock.pid',
    ],
  ],
  ['interface/passt', []],
])('what the servers of %s leave where they are ended', (folder, left) => {
  const host = join(__dirname, '../cases', folder, 'host.json');
  const { companions } = planOf(folder, {
    qemuVersion: '10.0.0',
    ...(existsSync(host) ? { host: JSON.parse(readFileSync(host, 'utf8')) as HostFacts } : {}),
  });
  expect(companions.flatMap(({ leaves }) => leaves ?? [])).toEqual(left);
});

test('passt has a socket for its helper beside that of vhost-user', () => {
  const xml = readFileSync(join(__dirname, '../cases/interface/passt/guest.xml'), 'utf8');
  const { companions } = convert(xml.replaceAll("<interface type='user'>", "<interface type='vhostuser'>"), {
    qemuVersion: '10.0',
  }).plan!;
  const [{ socket, leaves } = { socket: '' }] = companions;
  expect(leaves).toEqual([`${socket}.repair`]);
});

test('a server of shared memory is started where the XML names none', () => {
  const { companions } = planOf('shmem/all', { qemuVersion: '10.0.0' });
  expect(companions.map(({ argv }) => argv.join(' '))).toEqual([
    'ivshmem-server -F -S /run/shmem-bell.sock -M bell -n 4',
  ]);
  const old = planOf('shmem/old', { qemuVersion: '2.12.0' });
  expect(old.companions[0]?.argv.slice(-4)).toEqual(['-l', '4194304', '-n', '4']);
});
