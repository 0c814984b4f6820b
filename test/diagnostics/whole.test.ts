import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/diagnostics/fold';
import { PROJECT } from '../cli/command';

test.each([
  ['as root: qemu-pr-helper -k /run/pr.sock; then go on', 'qemu-pr-helper -k /run/pr.sock;'],
  [
    'make it: ip link add br1 type bridge && ip link set br1 up',
    'ip link add br1 type bridge && ip link set br1 up',
  ],
  [
    "look again: echo '- - -' > /sys/class/scsi_host/host2/scan",
    "echo '- - -' > /sys/class/scsi_host/host2/scan",
  ],
  [
    'bind it: driverctl set-override 0000:03:00.1 vfio-pci, or not',
    'driverctl set-override 0000:03:00.1 vfio-pci,',
  ],
  [
    `say where: qemu-img amend -o data_file=FILE "driver=qcow2,file.filename=/a b.qcow2"`,
    'qemu-img amend -o data_file=FILE "driver=qcow2,file.filename=/a b.qcow2"',
  ],
  ['  help: modprobe vhost_scsi, and make the target', 'modprobe vhost_scsi,'],
  ['raise it: ulimit -l 5242880 as root; in a unit LimitMEMLOCK=infinity', 'ulimit -l 5242880 as root;'],
  [
    "add <controller type='scsi' index='0' model='virtio-scsi'/> to it",
    "<controller type='scsi' index='0' model='virtio-scsi'/>",
  ],
  [
    "add <memoryBacking><source type='memfd'/></memoryBacking>, or remove it",
    "<memoryBacking><source type='memfd'/></memoryBacking>,",
  ],
  ["(run 'domxml2qemu host --output json' there)", "'domxml2qemu host --output json'"],
  ['preview another host with --host FILE please', '--host FILE'],
])('%s', (text, whole) => {
  expect(
    fold(text, 12)
      .split('\n')
      .map((line) => line.trim()),
  ).toContain(whole.trim());
});

test("an apostrophe begins no quotes: the guest's and the host's words part", () => {
  expect(fold("the guest's own, or the host's own", 10).split('\n')).toEqual([
    'the',
    "  guest's",
    '  own, or',
    '  the',
    "  host's",
    '  own',
  ]);
});

test('no command of any message that the cases show is broken, however narrow the terminal', () => {
  const cases = join(PROJECT, 'test/cases');
  const said = readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(diagnostics.*|command)\.txt$/.test(name))
    .flatMap((name) => readFileSync(join(cases, name), 'utf8').split('\n'))
    .filter((line) => /^ *help: /.test(line));
  const commands = said.flatMap((line) =>
    // What has an option, or writes to a file, is a command.
    [...line.matchAll(/: ([a-z][\w-]* (?:-\w[^;,]*|(?:(?!: )[^;,])* >>? [^;,]*))/g)].map(
      ([, command = '']) => ({
        line,
        command,
      }),
    ),
  );
  expect(commands.length).toBeGreaterThan(30);
  for (const { line, command } of commands) expect(fold(line, 30)).toContain(command);
});
