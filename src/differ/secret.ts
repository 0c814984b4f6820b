/** What stands in a report for what must not be seen. */
const HIDDEN = '(not shown)';

/** Properties whose value is a secret by itself: of -object secret, of old -spice and -iscsi. */
const SECRET_PROPERTIES: ReadonlySet<string> = new Set(['data', 'password', 'cookie', 'file.cookie', 'iv']);

/** A value as it may be shown: no secret, and no password in a URL. */
export function shown(option: string, name: string, value: string): string {
  const last = name.split('.').at(-1) ?? '';
  if (SECRET_PROPERTIES.has(last) && (option !== '-device' || last !== 'data')) return HIDDEN;
  return value
    .replace(/(\w+:\/\/[^/:@\s]*):[^/@\s]*@/g, '$1:***@')
    .replace(/(:(?:key|password)=)[^:,]*/g, '$1***');
}
