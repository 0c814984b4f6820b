import type { Property } from '../../emitter/properties';

/** The members of a JSON object as between commas: nested names dotted, lists numbered. Undefined: it is no JSON object. */
export function parseJson(text: string): Property[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(wholeNumbers(text));
  } catch {
    return undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? flat('', value) : undefined;
}

/** Numbers of more than 15 digits lose some as JSON's: they are read as text. Strings are left as they are. */
function wholeNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (word) =>
    word.startsWith('"') ? word : `"${word}"`,
  );
}

function flat(name: string, value: unknown): Property[] {
  if (typeof value === 'object' && value !== null) {
    const prefix = name === '' ? '' : `${name}.`;
    return Object.entries(value).flatMap(([key, member]) => flat(`${prefix}${key}`, member));
  }
  if (typeof value === 'boolean') return [{ name, value: value ? 'on' : 'off' }];
  return [{ name, value: typeof value === 'string' || typeof value === 'number' ? String(value) : '' }];
}

/** The names between commas of what -chardev calls otherwise in JSON (QEMU qapi/char.json). */
const CHARDEV_NAMES: Readonly<Record<string, string>> = {
  out: 'path',
  device: 'path',
  fqdn: 'name',
  str: 'fd',
};

/** `backend.data.addr.data.path` and `path` are the same: QEMU's JSON of -chardev has a union where the commas have words. */
export function chardevProperties(properties: readonly Property[]): Property[] {
  return properties.flatMap(({ name, value }) => {
    if (name === 'backend.type') return [{ name: 'backend', value }];
    if (/\.addr\.type$/.test(name)) return [];
    const short = name.replace(/^backend\.data\.(addr\.data\.|remote\.data\.)?/, '');
    return [{ name: CHARDEV_NAMES[short] ?? short, value }];
  });
}
