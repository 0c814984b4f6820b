/** How a value is compared, where QEMU takes it in more than one form. */
export function canonical(option: string, name: string, value: string): string {
  if (option === '-m' && (name === 'size' || name === 'maxmem'))
    return String(bytesOf(value, 2 ** 20) ?? value);
  if (name === 'addr' && option === '-device') return pciAddress(value);
  if (YES.has(value)) return 'on';
  if (NO.has(value)) return 'off';
  return String(bytesOf(value, 1) ?? value);
}

const YES: ReadonlySet<string> = new Set(['on', 'true', 'yes', 'y']);
const NO: ReadonlySet<string> = new Set(['off', 'false', 'no', 'n']);

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/** A number in decimal or hexadecimal, with a unit or that of the option; undefined for what is none. */
function bytesOf(value: string, unit: number): bigint | undefined {
  if (/^0x[0-9a-f]{1,16}$/i.test(value)) return BigInt(value);
  const [, digits, letter = ''] = /^(\d{1,20})([bkmgt]?)$/i.exec(value) ?? [];
  if (digits === undefined) return undefined;
  return BigInt(digits) * BigInt(letter === '' ? unit : (UNITS[letter.toLowerCase()] ?? 1));
}

/** `0x2`, `02.0` and `2` are the same slot; a memory module's address is a number. */
function pciAddress(value: string): string {
  const [, slot, fn = '0'] = /^(?:0x)?([0-9a-f]{1,2})(?:\.(?:0x)?([0-7]))?$/i.exec(value) ?? [];
  return slot === undefined ? String(bytesOf(value, 1) ?? value) : `${parseInt(slot, 16)}.${fn}`;
}
