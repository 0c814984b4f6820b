import { command, MINIMAL } from './command';

test('what --strict refuses has a last line, too', () => {
  const input = MINIMAL.replace('<os>', '<colour/><os>');
  for (const args of [[], ['check'], ['explain'], ['normalize']]) {
    const { status, stderr } = command([...args, '--strict', '--host', 'none', '-'], { input });
    expect(status).toBe(1);
    expect(stderr).toMatch(/\n<stdin>: refused by --strict: 1 warning\n/);
  }
  expect(command(['--host', 'none', '-'], { input }).stderr).not.toContain('refused');
});
