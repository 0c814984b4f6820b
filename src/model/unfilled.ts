/** What every value that `isUnfilled` takes has a part of, in XML as written. */
const SIGNS = [
  '$',
  '{',
  '@',
  '__',
  '%(',
  '%!',
  '&lt;',
  '[object',
  'None',
  'undefined',
  'null',
  'nil',
  'NaN',
] as const;

/** Whether a text may hold such values: a few looks at the whole, where a look at each value would cost more. */
export function mayBeUnfilled(text: string): boolean {
  return SIGNS.some((sign) => text.includes(sign));
}

/**
 * Whether a value looks like a variable that a template or a program did not fill in: `${VAR}`, `$VAR` and `$(VAR)` of shells,
 * Terraform and Kubernetes, `{{ var }}` and `{% if %}` of Jinja and Go, `{var}` and `%(var)s` of Python, `@VAR@` and `__VAR__` as
 * autoconf and sed have them, `<no value>` of Go, and what programs print for nothing.
 */
export function isUnfilled(value: string): boolean {
  return (
    /^(None|undefined|null|nil|NaN|<[^<>]*>)$/.test(value) ||
    /\$\{|\$\([\w.]+\)|\$[A-Za-z_]\w|\{\{|\{%|\{[A-Za-z_][\w.]*\}/.test(value) ||
    /@[A-Z][A-Z0-9_]*@|__[A-Z][A-Z0-9_]*__|%\([\w.]+\)s|%!\w?\(|\[object /.test(value)
  );
}
