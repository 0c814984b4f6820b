import { hideSecrets, SECRET_OPTIONS } from '../model/secret-words';

/** What stands in a report for what must not be seen. */
const HIDDEN = '(not shown)';

/** The vector of what -object secret has encrypted tells nothing to people either. */
const SECRET_PROPERTIES: ReadonlySet<string> = new Set([...SECRET_OPTIONS, 'iv']);

/** A value as it may be shown: no secret, and none within it, as in a URL or in JSON. */
export function shown(option: string, name: string, value: string): string {
  const last = name.split('.').at(-1) ?? '';
  if (SECRET_PROPERTIES.has(last) && (option !== '-device' || last !== 'data')) return HIDDEN;
  return hideSecrets(value);
}
