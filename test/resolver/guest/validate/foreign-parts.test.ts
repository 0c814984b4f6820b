import { convert } from '../../../../src/convert';
import type { ProfileName } from '../../../../src/model/profile';

const MACHINES: Readonly<Record<string, string>> = {
  x86_64: 'q35',
  aarch64: 'virt',
  ppc64: 'pseries',
  riscv64: 'virt',
  s390x: 's390-ccw-virtio',
};

function converted(arch: string, inner: string, profile: ProfileName, type = 'qemu') {
  const os = `<os><type arch='${arch}' machine='${MACHINES[arch] ?? ''}'>hvm</type></os>`;
  const xml = `<domain type='${type}'><name>a</name><memory unit='MiB'>64</memory><vcpu>2</vcpu>${os}${inner}<devices/></domain>`;
  const { argv, diagnostics } = convert(xml, { qemuVersion: '10.0.0', profile });
  return {
    argv: argv ?? [],
    errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  };
}

const PROFILES: readonly ProfileName[] = ['standalone', 'libvirt'];
const OTHERS = Object.keys(MACHINES).filter((arch) => arch !== 'x86_64');

const timer = (settings: string) => `<clock offset='utc'><timer ${settings}/></clock>`;

describe.each(PROFILES)('in profile %s', (profile) => {
  test.each(OTHERS)('%s has no chips of PCs that a guest could ask for', (arch) => {
    const errors = (settings: string) => converted(arch, timer(settings), profile).errors;
    expect(errors("name='hpet' present='yes'")).toEqual(['timer-unsupported']);
    expect(errors("name='hpet' present='no'")).toEqual([]);
    expect(errors("name='pit' tickpolicy='catchup'")).toEqual(['timer-unsupported']);
    expect(errors("name='pit' tickpolicy='delay'")).toEqual([]);
  });

  test('a PC has them', () => {
    expect(converted('x86_64', timer("name='hpet' present='yes'"), profile).errors).toEqual([]);
    expect(converted('x86_64', timer("name='pit' tickpolicy='catchup'"), profile).errors).toEqual([]);
  });
});

test.each(OTHERS)('libvirt writes smm= for %s, which has none', (arch) => {
  const smm = "<features><smm state='on'/></features>";
  const { argv, errors } = converted(arch, smm, 'libvirt');
  expect(errors).toEqual([]);
  expect(argv[argv.indexOf('-machine') + 1]).toMatch(/,usb=off,smm=on(,|$)/);
  expect(converted(arch, smm, 'standalone').errors).toEqual(['qemu-lacks']);
});

const least = (model: string) => `<cpu mode='custom' match='minimum'><model>${model}</model></cpu>`;

test.each([
  ['aarch64', 'cortex-a57'],
  ['ppc64', 'POWER9'],
  ['riscv64', 'rv64'],
])('the least processor of %s is that very one to libvirt', (arch, model) => {
  const { argv, errors } = converted(arch, least(model), 'libvirt');
  expect(errors).toEqual([]);
  expect(argv[argv.indexOf('-cpu') + 1]).toBe(model);
});

test('libvirt has no least processor of s390x', () => {
  expect(converted('s390x', least('z13'), 'libvirt').errors).toContain('feature-invalid');
  expect(converted('s390x', least('z13'), 'standalone').errors).not.toContain('feature-invalid');
});

const CACHE = "<cachetune vcpus='0'><cache id='0' level='3' type='both' size='3' unit='MiB'/></cachetune>";

test.each([CACHE, "<memorytune vcpus='0'><node id='0' bandwidth='60'/></memorytune>"])(
  'libvirt gives only guests of KVM a share: %s',
  (tune) => {
    const inner = `<cputune>${tune}</cputune>`;
    expect(converted('x86_64', inner, 'libvirt').errors).toEqual(['feature-invalid']);
    expect(converted('x86_64', inner, 'libvirt', 'kvm').errors).toEqual([]);
    expect(converted('x86_64', inner, 'standalone').errors).toEqual([]);
  },
);

test('an empty share is none', () => {
  const inner = "<cputune><cachetune vcpus='0'/></cputune>";
  expect(converted('x86_64', inner, 'libvirt').errors).toEqual([]);
});
