import { command, MINIMAL } from './command';

test('--select that fits several domains takes none of them', () => {
  const many = `<domains>${MINIMAL}${MINIMAL.replace('minimal', 'second')}</domains>`;
  const select = (xpath: string, ...more: string[]) =>
    command(['--host', 'none', ...more, '--select', xpath, '-'], { input: many });
  const { status, stdout, stderr } = select('//domain');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain("error[select-several]: --select '//domain' finds 2 elements, and one is wanted");
  expect(stderr).toContain("<domain> 'second' is one");
  expect(select('//domain', '--redact').stderr).not.toContain('second');
  expect(select('(//domain)[2]').stdout).toContain('guest=second');
  for (const value of ['count(//domain)', 'string(//name)', 'true()'])
    expect(select(value).stderr).toContain(`--select '${value}' gives a value, not an element`);
});

test('batch says so too', () => {
  const xml = `<domains>${MINIMAL}${MINIMAL}</domains>`;
  const { stdout } = command(['batch'], {
    input: JSON.stringify({ xml, options: { host: 'none', select: '//domain' } }),
  });
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'select-several' } });
});
