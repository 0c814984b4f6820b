import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND_NAMES } from '../../src/cli/command/names';
import { spawnSync } from 'node:child_process';
import { command, MINIMAL, PROJECT } from './command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the first five minutes', () => {
  test('--help is asked for: on standard output, status 0', () => {
    const { status, stdout } = command(['--help']);
    expect(status).toBe(0);
    for (const name of COMMAND_NAMES) expect(stdout).toContain(`  ${name}`);
  });

  test('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(command(['--version']).stdout.split('\n')[0]).toBe(`domxml2qemu ${version}`);
  });

  test('a file that is not there', () => {
    expect(command(['/nonexistent/guest.xml'])).toEqual({
      status: 3,
      stdout: '',
      stderr: `domxml2qemu: cannot read /nonexistent/guest.xml: there is no such file
  help: write it with 'virsh dumpxml NAME > /nonexistent/guest.xml', or begin one with 'domxml2qemu init /nonexistent/guest.xml'
`,
    });
  });

  test('a directory', () => {
    const { status, stderr } = command([folder]);
    expect(status).toBe(3);
    expect(stderr).toContain('it is a directory');
    expect(stderr).toContain(`name the files in it: ${folder}/*.xml`);
  });

  test('a misspelt option is answered with the one that was meant', () => {
    const { status, stderr } = command(['--qemu-versoin', '7.2', 'guest.xml']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean --qemu-version?');
  });

  test('a value outside an option', () => {
    const { status, stderr } = command(['--profile', 'virsh', 'guest.xml']);
    expect(status).toBe(2);
    expect(stderr).toContain('standalone');
  });

  test('a QEMU version that is none', () => {
    const { status, stderr } = command(['--qemu-version', 'seven', '-'], { input: MINIMAL });
    expect(status).toBe(2);
    expect(stderr).toContain("argument 'seven' is invalid. A version is");
    const near = command(['diff', '--to-qemu-version', '7,2', '-'], { input: MINIMAL });
    expect(near.status).toBe(2);
    expect(near.stderr).toMatch(/Did\s+you\s+mean\s+7\.2\?/);
  });

  test('QEMU versions beyond what is known', () => {
    const old = command(['--qemu-version', '0.10', '--host', 'none', '-'], { input: MINIMAL });
    expect(old.status).toBe(1);
    expect(old.stderr).toContain('error[qemu-version-too-old]: nothing is known of QEMU 0.10.0');
    expect(old.stderr).toContain(': refused: 1 error\n');
    const late = command(['--qemu-version', '99.0', '--host', 'none', '-'], { input: MINIMAL });
    expect(late.status).toBe(0);
    expect(late.stderr).toContain('warning[qemu-version-too-new]');
  });

  test('a file that is no XML', () => {
    const { status, stdout, stderr } = command([
      file('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
    ]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/picture\.png: error\[xml-encoding\]/);
  });

  test('XML that breaks off', () => {
    const { status, stderr } = command(['-'], { input: "<domain type='kvm'>\n  <name>a</nam>\n</domain>\n" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/<stdin>:2:\d+: error\[xml-syntax\]/);
    expect(stderr).toContain('   2 |   <name>a</nam>');
  });

  test('another root element', () => {
    const { status, stderr } = command(['-'], { input: '<pool/>' });
    expect(status).toBe(1);
    expect(stderr).toContain('error[not-a-domain]: the root element is <pool>, not <domain>');
  });

  test('a file of another kind', () => {
    const { status, stderr } = command(['README.md']);
    expect(status).toBe(1);
    expect(stderr).toBe(`README.md: error[xml-syntax]: this is not XML: the text does not begin with '<'
  help: pass the XML of a guest, as 'virsh dumpxml NAME' prints it
README.md: refused: 1 error
`);
  });

  test('a long text is not quoted in whole', () => {
    const { status, stderr } = command(['-'], { input: `<a></${'word'.repeat(5000)}>` });
    expect(status).toBe(1);
    expect(stderr).toContain('error[xml-syntax]: </wordword');
    expect(stderr.length).toBeLessThan(600);
  });

  test('an empty file', () => {
    const { status, stderr } = command(['-'], { input: '' });
    expect(status).toBe(1);
    expect(stderr).toContain('error[xml-syntax]');
  });
});

describe('convert', () => {
  test('the first command of the README, on whatever host this is: without KVM, QEMU or the LUN too', () => {
    const { status, stdout } = command(['examples/scsi-lun/guest.xml']);
    expect(status).toBe(0);
    expect(stdout).toContain('-device scsi-block,');
  });

  test('standard input, in a pipe: the command alone on standard output', () => {
    const { status, stdout, stderr } = command(['--host', 'none', '-'], { input: MINIMAL });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe('qemu-system-x86_64 \\');
    expect(stdout).toContain('  -name guest=minimal');
  });

  test('a script runs as it is, which a command with descriptors does not', () => {
    const { status, stdout } = command(['--host', 'none', '-o', 'script', '-'], { input: MINIMAL });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^#!\/bin\/sh\n[^]*\nexec qemu-system-x86_64 \\\n {2}-name guest=minimal/);
    const other = command(['-p', 'libvirt', '-o', 'script', '-'], { input: MINIMAL });
    expect(other).toMatchObject({ status: 2, stdout: '' });
    expect(other.stderr).toContain('leave --profile out');
  });

  test('every form says the same words', () => {
    const words = (form: string) => command(['--host', 'none', '-o', form, '-'], { input: MINIMAL }).stdout;
    const { argv } = JSON.parse(words('json')) as { argv: string[] };
    const nul = words('nul');
    expect(nul.endsWith('\0')).toBe(true);
    expect(nul.slice(0, -1).split('\0')).toEqual(argv);
    for (const form of ['pretty', 'oneline']) {
      const shell = spawnSync('sh', ['-c', `printf '%s\\0' ${words(form)}`], { encoding: 'utf8' });
      expect(shell.stdout.slice(0, -1).split('\0')).toEqual(argv);
    }
    expect(words('oneline').trimEnd()).not.toContain('\n');
  });

  test('a bad file does not keep the next from being converted; the status says so', () => {
    const good = file('good.xml', MINIMAL);
    const { status, stdout, stderr } = command(['--host', 'none', '/nonexistent.xml', good]);
    expect(status).toBe(3);
    expect(stderr).toContain('/nonexistent.xml');
    expect(stdout).toContain('guest=minimal');
  });

  test('--select takes one domain out of many', () => {
    const many = `<domains>${MINIMAL}${MINIMAL.replace('minimal', 'second')}</domains>`;
    const { status, stdout } = command(['--host', 'none', '--select', '//domain[2]', '-'], { input: many });
    expect(status).toBe(0);
    expect(stdout).toContain('guest=second');
    expect(command(['--select', '//domain[', '-'], { input: many }).stderr).toContain('error[select-syntax]');
    expect(command(['--select', '//guest', '-'], { input: many }).stderr).toContain('error[select-nothing]');
  });

  test('--strict: a warning refuses', () => {
    const input = MINIMAL.replace('<os>', '<colour/><os>');
    expect(command(['--host', 'none', '-'], { input }).status).toBe(0);
    const { status, stdout, stderr } = command(['--host', 'none', '--strict', '-'], { input });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('warning[unread-element]: <colour>');
  });

  test('a reader that goes away early is no error', () => {
    const { stderr, status } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" bin/domxml2qemu.js --host none - | head -n 1`],
      {
        cwd: PROJECT,
        input: MINIMAL,
        encoding: 'utf8',
      },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
});

describe('color', () => {
  const escape = '\u001b[';
  test('never in a pipe, always when asked for, never with NO_COLOR', () => {
    expect(command(['-'], { input: '<pool/>' }).stderr).not.toContain(escape);
    expect(command(['--color', 'always', '-'], { input: '<pool/>' }).stderr).toContain(escape);
    expect(command(['-'], { input: '<pool/>', env: { NO_COLOR: '1' } }).stderr).not.toContain(escape);
  });

  test('control characters of the input do not reach the terminal', () => {
    const { stderr } = command(['-'], { input: `<domain type='\u009b31m'/>` });
    expect(stderr).not.toContain('\u009b');
  });
});

describe('check', () => {
  test('says that there is nothing to say', () => {
    const { status, stdout, stderr } = command(['check', '--host', 'none', '-'], { input: MINIMAL });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(
      /^<stdin>: nothing to say, it converts\n<stdin>: not checked, as the host was not read: /,
    );
  });

  test('names what was not checked, in few lines or, with -v, in many', () => {
    const disk = "<disk type='block'><source dev='/dev/nowhere'/><target dev='vda' bus='virtio'/></disk>";
    const input = MINIMAL.replace('</domain>', `<devices>${disk}</devices></domain>`);
    const brief = command(['check', '--host', 'none', '-'], { input });
    expect(brief.status).toBe(0);
    expect(brief.stderr).toContain('<stdin>: not checked, as the host was not read: ');
    for (const line of brief.stderr.trimEnd().split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const verbose = command(['check', '-v', '--host', 'none', '-'], { input });
    expect(verbose.stderr).toMatch(/^<stdin>: not checked: whether .*: the host was not read$/m);
    const json = command(['check', '-o', 'json', '--host', 'none', '-'], { input });
    const [result] = JSON.parse(json.stdout) as [{ ok: boolean; notChecked: Record<string, string>[] }];
    expect(result.ok).toBe(true);
    expect(result.notChecked[0]).toMatchObject({ reason: 'the host was not read' });
  });

  test('many files: one that is not there keeps no other from it, and a summary comes last', () => {
    const files = [file('one.xml', MINIMAL), '/nonexistent.xml', file('two.xml', '<pool/>')];
    const { status, stdout, stderr } = command(['check', '--host', 'none', ...files]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('cannot read /nonexistent.xml: there is no such file\n');
    expect(stderr).toMatch(
      /two\.xml: refused: 1 error\n[^]*1 passed, 1 refused \(.*two\.xml\), 1 failed \(.*\), [\d.]+ s\n$/,
    );
    const json = command(['check', '--host', 'none', '-o', 'json', ...files]);
    expect(json.status).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { ok: true },
      { ok: false, problem: 'cannot read /nonexistent.xml: there is no such file', diagnostics: [] },
      { ok: false, diagnostics: [{ code: 'not-a-domain' }] },
    ]);
  });

  test('--output json', () => {
    const { status, stdout } = command(['check', '-o', 'json', '-'], { input: '<pool/>' });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: '<stdin>', ok: false, diagnostics: [{ code: 'not-a-domain', line: 1, column: 1 }] },
    ]);
  });
});

describe('run', () => {
  test('the dry run shows the command and that nothing was started', () => {
    const { status, stdout } = command(['run', '--dry-run', '--host', 'none', '-'], { input: MINIMAL });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Command\n {2}qemu-system-x86_64/);
    expect(stdout).toContain('Nothing was started.');
  });
});

describe('files beside the guest', () => {
  test.each([
    ['host facts that are no JSON', '--host', 'nonsense', 'host.json'],
    ['host facts of another schema', '--host', '{"schema":99}', 'host.json'],
    ['a qemu.conf with a line that is none', '--qemu-conf', 'vnc_tls: 1\n', 'qemu.conf'],
  ])('%s', (_what, option, content, name) => {
    const { status, stdout, stderr } = command([option, file(name, content), '-'], { input: MINIMAL });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(name);
    expect(stderr).not.toContain(' at ');
  });

  test('one that is not there', () => {
    expect(command(['--host', '/nonexistent.json', '-'], { input: MINIMAL })).toMatchObject({
      status: 3,
      stderr: `domxml2qemu: cannot read /nonexistent.json: there is no such file
  help: name a file that 'domxml2qemu host --output json' wrote
`,
    });
  });
});
