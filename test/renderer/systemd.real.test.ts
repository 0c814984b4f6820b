/**
 * The units of a guest with a companion, started by a real systemd: a user's manager in namespaces of its own, where
 * nothing of it reaches this machine's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../cli/command';
import { describeEachQemu, installed, missing } from '../qemu/qemus';

const SYSTEMD = ['/lib/systemd/systemd', '/usr/lib/systemd/systemd'].find((path) => existsSync(path));
const UNSHARE = ['--pid', '--mount', '--fork', '--mount-proc'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'systemd-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the units into their folder, as docs/run.md does by awk. */
function writeUnits(text: string): void {
  const units = join(folder, 'config/systemd/user');
  mkdirSync(units, { recursive: true });
  for (const part of text.split(/^# \/etc\/systemd\/system\//m).slice(1)) {
    const end = part.indexOf('\n');
    writeFileSync(join(units, part.slice(0, end)), part.slice(end + 1));
  }
}

/** What a shell says that has a systemd of its own, with an empty /run. */
function withSystemd(lines: string): string {
  const script = `mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system /run/user
# What a service has without a word in its unit.
ulimit -S -l 64
export XDG_RUNTIME_DIR=/run/user XDG_CONFIG_HOME='${folder}/config'
'${SYSTEMD}' --user --log-target=console > '${folder}/log' 2>&1 &
manager=$!
tries=0; until systemctl --user is-system-running > /dev/null 2>&1 || [ $tries -ge 50 ]; do tries=$((tries + 1)); sleep 0.1; done
running() { ps -e -o comm= | grep -cE '^(swtpm|qemu-system|ssh-agent|sleep)'; }
within() { tries=0; until "$@" || [ $tries -ge 100 ]; do tries=$((tries + 1)); sleep 0.1; done; }
as_many() { [ "$(running)" = "$1" ]; }
# A unit has ended when its last command has: what ends the agent is an ssh-agent, too.
ended() { [ -z "$(systemctl --user list-units --all --no-legend --state=active,activating,deactivating 'domxml2qemu-u*')" ]; }
${lines}
kill $manager; wait $manager
# Its control groups are this machine's; one that has processes stays.
rmdir /sys/fs/cgroup/*/app.slice /sys/fs/cgroup/*/init.scope 2> /dev/null
`;
  const { stdout, stderr } = spawnSync('unshare', [...UNSHARE, '/bin/sh', '-c', script], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return stdout + stderr;
}

/** A guest whose disk is on a server that a key of its own opens; its QEMU writes down the keys that it finds. */
function guestWithKey(): void {
  const { status, stdout } = command(['-o', 'systemd', '--host', 'none', '--qemu-version', '10.0', '-'], {
    input: `<domain type='qemu'>
  <name>u</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <emulator>${folder}/qemu</emulator>
    <disk type='network' device='disk'>
      <driver name='qemu' type='raw'/>
      <source protocol='ssh' name='/u.img'>
        <host name='store.example'/>
        <identity username='u' keyfile='${folder}/key'/>
      </source>
      <target dev='vda'/>
    </disk>
  </devices>
</domain>`,
  });
  expect(status).toBe(0);
  writeUnits(stdout);
  writeFileSync(join(folder, 'qemu'), `#!/bin/sh\nssh-add -l > '${folder}/keys'\nexec sleep 60\n`, {
    mode: 0o755,
  });
}

if (SYSTEMD === undefined || !installed('unshare', [...UNSHARE, 'true']) || !installed('ssh-agent', ['true']))
  missing('host steps that a systemd does', 'systemd, openssh-client, or the right to unshare namespaces,');
else
  describe('host steps that a systemd does', () => {
    const left = `within ended; echo "running $(running)"
ls /run/user/domxml2qemu-u 2>/dev/null`;

    test('a key reaches QEMU by an agent that ends with the guest', () => {
      guestWithKey();
      spawnSync('ssh-keygen', [
        '-q',
        '-t',
        'ed25519',
        '-N',
        '',
        '-C',
        'of the guest',
        '-f',
        join(folder, 'key'),
      ]);
      const start = `systemctl --user start domxml2qemu-u; echo "start $?"; within as_many 2; echo "running $(running)"`;
      expect(withSystemd(`${start}\nsleep 0.5\nsystemctl --user stop domxml2qemu-u\n${left}`)).toBe(
        'start 0\nrunning 2\nrunning 0\n',
      );
      expect(readFileSync(join(folder, 'keys'), 'utf8')).toContain(' of the guest (ED25519)');
    }, 90_000);

    test('a step that fails leaves no agent and starts no QEMU', () => {
      guestWithKey();
      expect(withSystemd(`systemctl --user start domxml2qemu-u 2>/dev/null; echo "start $?"\n${left}`)).toBe(
        'start 1\nrunning 0\n',
      );
      expect(existsSync(join(folder, 'keys'))).toBe(false);
    }, 90_000);
  });

if (SYSTEMD === undefined || !installed('unshare', [...UNSHARE, 'true']))
  missing('units that a systemd starts', 'systemd, or the right to unshare namespaces,');
else if (!installed('swtpm', ['--version']) || !installed('swtpm_setup', ['--help']))
  missing('units that a systemd starts', 'swtpm (Debian: swtpm, swtpm-tools)');
else
  describeEachQemu('units that a systemd starts', ({ binary }) => {
    const guest = () => `<domain type='qemu'>
  <name>u</name>
  <memory unit='MiB'>64</memory>
  <memoryBacking><locked/></memoryBacking>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <tpm model='tpm-crb'><backend type='emulator' version='2.0'><source type='dir' path='${folder}/tpm'/></backend></tpm>
  </devices>
</domain>`;
    const start = `systemctl --user start domxml2qemu-u; echo "start $?"; within as_many 2
systemctl --user is-active domxml2qemu-u domxml2qemu-u-1-swtpm; ls /run/*.sock
set -- $(grep '^Max locked' /proc/$(systemctl --user show -P MainPID domxml2qemu-u)/limits)
[ "$4" = "$5" ] && echo 'as much memory is locked as may be'`;
    const left = `within ended; echo "running $(running)"; ls /run/*.sock 2>/dev/null; systemctl --user is-failed domxml2qemu-u`;
    // A user's manager lifts a limit up to the hard one.
    const STARTED = 'start 0\nactive\nactive\n/run/swtpm-u.sock\nas much memory is locked as may be\n';

    beforeEach(() => {
      const { status, stdout } = command(['-o', 'systemd', '--qemu', binary, '-'], { input: guest() });
      expect(status).toBe(0);
      writeUnits(stdout);
    });

    test.each([
      ['is stopped', 'systemctl --user stop domxml2qemu-u; echo "stop $?"', 'stop 0\n'],
      ['ends by itself', 'systemctl --user kill domxml2qemu-u', ''],
    ])(
      'a guest that %s leaves no process and no socket',
      (_, end, said) => {
        const text = withSystemd(`${start}\n${end}\n${left}`);
        expect(text + (text.startsWith(STARTED) ? '' : readFileSync(join(folder, 'log'), 'utf8'))).toBe(
          `${STARTED}${said}running 0\ninactive\n`,
        );
      },
      90_000,
    );
  });
