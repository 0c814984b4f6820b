/** Digits as C reads them: hexadecimal after 0x, octal after 0. */
export function ofAnyBase(text: string): number {
  return toNumber(text.replace(/^([+-]?)0(?=[0-7])/, '$10o'));
}

/** Digits with a sign or without. */
export function toNumber(text: string): number {
  return text.startsWith('-') ? -Number(text.slice(1)) : Number(text.replace(/^\+/, ''));
}
