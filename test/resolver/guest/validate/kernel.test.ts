import { convert, type ConvertOptions } from '../../../../src/convert';

const run = (os: string, own = '', options: ConvertOptions = {}) =>
  convert(
    `<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type>${os}</os>${own}</domain>`,
    { qemuVersion: '10.0', ...options },
  );
const own = (value: string) => `<qemu:commandline><qemu:arg value='${value}'/></qemu:commandline>`;

test.each(['initrd', 'cmdline', 'shim'])('<%s> without a kernel', (name) => {
  const { argv, diagnostics } = run(`<${name}>/x</${name}>`);
  expect(argv).toBeUndefined();
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code: 'feature-invalid', help: `add a <kernel>, or remove <${name}>` }),
  );
});

test('what a kernel has, and what is read without one', () => {
  expect(run('<kernel>/k</kernel><initrd>/i</initrd><cmdline>x</cmdline><shim>/s</shim>').argv).toEqual(
    expect.arrayContaining(['-kernel', '-initrd', '-append', '-shim']),
  );
  expect(run('<dtb>/d</dtb>').argv).toContain('-dtb');
});

test('elements without text say nothing', () => {
  const { argv } = run('<kernel/><initrd></initrd><cmdline> </cmdline><dtb/><shim/>');
  expect(argv).toBeDefined();
  expect(argv!.filter((word) => /^-(kernel|initrd|append|dtb|shim)$/.test(word))).toEqual([]);
});

test('a kernel of the own words of the user is one', () => {
  expect(run('<cmdline>x</cmdline>', own('-kernel')).argv).toContain('-append');
});

test('libvirt refuses a shim beside firmware alone', () => {
  const libvirt = { profile: 'libvirt' } as const;
  expect(run('<cmdline>x</cmdline><shim>/s</shim>', '', libvirt).argv).toContain('-shim');
  const { diagnostics } = run(
    "<loader type='rom'>/b</loader><cmdline>x</cmdline><shim>/s</shim>",
    own('-kernel'),
    libvirt,
  );
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ message: 'a shim loads a kernel, and there is none' }),
  );
});
