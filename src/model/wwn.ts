/**
 * A world wide name in any spelling (`naa.5000c500a1b2c3d4`, `0x5000...`, `50:00:c5:...`, plain digits) as 16 or 32 lower
 * case hexadecimal digits; undefined for what is none. NAA and EUI-64 names (SPC-4 7.8.6) differ in their first digit.
 */
export function wwnDigits(text: string): string | undefined {
  const digits = text
    .trim()
    .toLowerCase()
    .replace(/^(naa\.|eui\.|0x)/, '')
    .replaceAll(/[:-]/g, '');
  return /^([0-9a-f]{16}|[0-9a-f]{32})$/.test(digits) ? digits : undefined;
}
