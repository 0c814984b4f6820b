import { convert, type ConvertOptions } from '../../../../src/convert';

const errors = (arch: string, options: ConvertOptions = {}) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type ${arch}>hvm</type></os>
<features><hyperv><relaxed state='on'/></hyperv></features><devices/></domain>`,
    { qemuVersion: '10.0', ...options },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test("what is foreign to an architecture is asked of QEMU's own where the XML names none", () => {
  expect(errors('')).toEqual([]);
  expect(errors("arch='x86_64'")).toEqual([]);
  expect(errors('', { arch: 'aarch64' })).toContain('feature-foreign');
});

/** Of a guest with KVM, what it lacks for its enlightenments. */
function lacking(
  hyperv: string,
  options: ConvertOptions = {},
  rest = '',
  type = 'kvm',
  machine = 'pc',
): string[] {
  const { diagnostics } = convert(
    `<domain type='${type}'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='${machine}'>hvm</type></os>
<features>${hyperv}</features>${rest}<devices/></domain>`,
    { qemuVersion: '10.0', ...options },
  );
  return diagnostics.flatMap(({ code, message }) => (code === 'feature-invalid' ? [message] : []));
}

test('an enlightenment needs those that it rests on, where KVM ends QEMU without them', () => {
  const timers = "<hyperv><vpindex state='on'/><synic state='on'/><stimer state='on'/></hyperv>";
  expect(lacking(timers)).toEqual(["<stimer> rests on 'hypervclock', which is not on"]);
  expect(lacking(timers, {}, "<clock><timer name='hypervclock' present='yes'/></clock>")).toEqual([]);
  expect(lacking("<hyperv><synic state='on'/><ipi state='on'/><evmcs state='on'/></hyperv>")).toEqual([
    "<synic> rests on 'vpindex', which is not on",
    "<ipi> rests on 'vpindex', which is not on",
    "<evmcs> rests on 'vapic', which is not on",
  ]);
  const direct = "<hyperv><vpindex state='on'/><tlbflush state='on'><direct state='on'/></tlbflush></hyperv>";
  expect(lacking(direct)).toEqual(["<tlbflush> <direct> rests on 'vapic', which is not on"]);
});

test('the synic of old machines rests on nothing', () => {
  const of = (machine: string) =>
    lacking("<hyperv><synic state='on'/><ipi state='on'/></hyperv>", {}, '', 'kvm', machine);
  expect(of('pc-i440fx-3.1')).toHaveLength(2);
  expect(of('pc-i440fx-3.0')).toEqual(["<ipi> rests on 'vpindex', which is not on"]);
  expect(of('pc-q35-2.12')).toHaveLength(1);
});

test('what nobody asks for the rest of is taken as it is', () => {
  const ipi = "<hyperv><ipi state='on'/></hyperv>";
  expect(lacking(ipi)).toHaveLength(1);
  expect(lacking("<hyperv><ipi state='off'/></hyperv>")).toEqual([]);
  expect(lacking("<hyperv mode='passthrough'><ipi state='on'/></hyperv>")).toEqual([]);
  expect(lacking(ipi, {}, '', 'qemu')).toEqual([]);
  expect(lacking(ipi, { qemuVersion: '4.0' })).toEqual([]);
  expect(lacking(ipi, { profile: 'libvirt' })).toEqual([]);
});

test('a guest that is not told how often to try a lock never gives up', () => {
  const { argv = [] } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64'>hvm</type></os>
<features><hyperv><spinlocks state='on'/></hyperv></features><devices/></domain>`,
    { qemuVersion: '10.0' },
  );
  expect(argv).toContain('qemu64,hv-spinlocks=0xffffffff');
});
