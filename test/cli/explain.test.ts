import { command, MINIMAL } from './command';
import { expectGolden, LOOKS, widestLine } from './golden';

const GUEST = [
  '--qemu-version',
  '10.0',
  '--host',
  'examples/scsi-lun/host.json',
  'examples/scsi-lun/guest.xml',
];

test.each(LOOKS)('in $columns columns, color $color', ({ columns, color }) => {
  const { status, stdout, stderr } = command(['explain', '--color', color, ...GUEST], {
    env: { COLUMNS: String(columns) },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(widestLine(stdout)).toBeLessThanOrEqual(columns);
  expectGolden(`explain/${columns}.${color}.txt`, stdout);
});

test('a narrow terminal: reasons stand below, and no line is longer than it must be', () => {
  const { stdout } = command(['explain', '--only', 'sda,vda', '--properties', ...GUEST], {
    env: { COLUMNS: '50' },
  });
  expectGolden('explain/50.txt', stdout);
});

test('--only takes devices, parts, options and patterns', () => {
  const titles = (only: string) =>
    command(['explain', '--only', only, ...GUEST]).stdout.match(/^\S.*?(?= {2})/gm);
  expect(titles('sda')).toEqual(['disk sda']);
  expect(titles('disk')).toEqual(['disk vda', 'disk sda']);
  expect(titles('pci.*')).toEqual([
    'controller pci.1',
    'controller pci.2',
    'controller pci.3',
    'controller pci.4',
  ]);
  expect(titles('machine,-smp')).toEqual(['machine', 'accelerator', 'vcpus', 'defaults']);
});

test('--only of a name that is not there says what is', () => {
  expect(command(['explain', '--only', 'sdx', ...GUEST])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: "domxml2qemu: nothing of this guest is called 'sdx'\n  help: did you mean 'sda'?\n",
  });
});

test('--only of several names, one of which is not there: the others are shown', () => {
  const { status, stdout, stderr } = command(['explain', '--only', 'sda,sdx', ...GUEST]);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "domxml2qemu: nothing of this guest is called 'sdx'\n  help: did you mean 'sda'?\n",
  });
  expect(stdout).toBe(command(['explain', '--only', 'sda', ...GUEST]).stdout);
});

test('--why: a property, whose it is, and the line behind it', () => {
  const { stdout } = command(['explain', '--why', 'scsi-id', ...GUEST]);
  expectGolden('explain/why.txt', stdout);
  expect(stdout).toContain('(line 25: address/@target)');
});

test('--why of a property that this guest lacks names some that it has', () => {
  const { status, stderr } = command(['explain', '--qemu-version', '10.0', '--why', 'scsi-id', '-'], {
    input: MINIMAL,
  });
  expect(status).toBe(2);
  expect(stderr).toContain("such as 'bus' or 'addr'");
});

test('--why of a property that is nowhere names the one that was meant', () => {
  const { status, stderr } = command(['explain', '--why', 'scsi_id', ...GUEST]);
  expect(status).toBe(2);
  expect(stderr).toContain("did you mean 'scsi-id'?");
});

test('--output json has the same', () => {
  const { stdout } = command(['explain', '-o', 'json', '--only', 'sda', ...GUEST]);
  const { schema, groups } = JSON.parse(stdout) as { schema: number; groups: Record<string, unknown>[] };
  expect(schema).toBe(1);
  expect(groups).toMatchObject([{ key: 'sda', title: 'disk sda', origin: { line: 21, column: 5 } }]);
});

test('a guest that is refused is not explained', () => {
  const broken = MINIMAL.replace("machine='pc'", "machine='nonesuch'");
  const { status, stdout, stderr } = command(['explain', '--qemu-version', '10.0', '-'], { input: broken });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('error[machine-unknown]');
});
