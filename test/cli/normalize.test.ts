import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from './command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'normalize-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const normalized = () => command(['normalize', '--host', 'none', '-'], { input: MINIMAL });

test('standard input to standard output; what comes out gives the same command', () => {
  const { status, stdout, stderr } = normalized();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain("<controller type='usb' index='0' model='piix3-uhci'>");
  const before = command(['--host', 'none', '-'], { input: MINIMAL });
  const after = command(['--host', 'none', '-'], { input: stdout });
  expect(after).toEqual(before);
  expect(command(['normalize', '--host', 'none', '-'], { input: stdout }).stdout).toBe(stdout);
});

test('--output writes a file', () => {
  const path = join(folder, 'full.xml');
  const outcome = command(['normalize', '--host', 'none', '-o', path, '-'], { input: MINIMAL });
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(path, 'utf8')).toBe(normalized().stdout);
});

test('--in-place changes files, and leaves alone what is complete', () => {
  const guest = file('guest.xml', MINIMAL);
  const complete = file('complete.xml', normalized().stdout);
  utimesSync(complete, 1, 1);
  const outcome = command(['normalize', '--host', 'none', '-i', guest, complete]);
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(guest, 'utf8')).toBe(normalized().stdout);
  expect(statSync(complete).mtimeMs).toBe(1000);
});

test('what is refused is said as by convert, and nothing is written', () => {
  const text = MINIMAL.replace('</domain>', '<vcpu>many</vcpu></domain>');
  const guest = file('refused.xml', text);
  const outcome = command(['normalize', '-i', guest]);
  expect(outcome).toEqual(command([guest]));
  expect(outcome.status).toBe(1);
  expect(outcome.stderr).toContain('value-invalid');
  expect(readFileSync(guest, 'utf8')).toBe(text);
});

test.each([
  [['-i', '-'], 'standard input cannot be changed in place'],
  [['-i', '-o', 'full.xml', 'guest.xml'], '--in-place and --output cannot be used together'],
  [['one.xml', 'two.xml'], 'several files would become one'],
])('wrong usage: %j', (args, said) => {
  const { status, stdout, stderr } = command(['normalize', ...args], { input: MINIMAL });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(said);
});

test('a file that cannot be written', () => {
  const { status, stderr } = command(['normalize', '-o', join(folder, 'no/such.xml'), '-'], {
    input: MINIMAL,
  });
  expect(status).toBe(3);
  expect(stderr).toMatch(/^domxml2qemu: cannot write .*no\/such\.xml/);
});

describe('encodings', () => {
  const named = MINIMAL.replace('minimal', 'zürich');
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${named}`;
  const outputOf = (bytes: Buffer) => {
    const guest = file('encoded.xml', bytes);
    return { stdout: command(['normalize', '--host', 'none', guest]).stdout, guest };
  };

  test('UTF-8 keeps its byte order mark', () => {
    const { guest } = outputOf(Buffer.from(`\ufeff${named}`));
    command(['normalize', '-i', guest]);
    expect(readFileSync(guest, 'utf8')).toMatch(/^\ufeff<domain type='qemu'>\n {2}<name>zürich<\/name>/);
  });

  test('others become UTF-8, and say so', () => {
    const expected = /^<\?xml version="1.0" encoding="UTF-8"\?>\n<domain type='qemu'>\n {2}<name>zürich</;
    expect(outputOf(Buffer.from(declared('ISO-8859-1'), 'latin1')).stdout).toMatch(expected);
    expect(outputOf(Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le')).stdout).toMatch(expected);
    expect(outputOf(Buffer.from(declared('utf-8'))).stdout).toContain('encoding="utf-8"');
  });
});
