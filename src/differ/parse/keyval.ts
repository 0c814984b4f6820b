import type { Property } from '../../emitter/properties';

/**
 * `head,a=b,c.d=e`: QEMU's own form of options (QEMU util/keyval.c, util/qemu-option.c). A comma in a value is doubled. A
 * word without `=` is the first value, which has the name `first`; later on a boolean that is on, or off with `no` before it.
 */
export function parseKeyval(text: string, first: string): Property[] {
  return pieces(text).map((piece, index) => {
    const equals = piece.indexOf('=');
    if (equals > 0) return { name: piece.slice(0, equals), value: piece.slice(equals + 1) };
    return index === 0 ? { name: first, value: piece } : { name: piece, value: 'on' };
  });
}

/** Between commas that are not doubled, with the doubled ones as one. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter !== ',') piece += letter;
    else if (text[at + 1] === ',') {
      piece += ',';
      at += 1;
    } else {
      found.push(piece);
      piece = '';
    }
  }
  return [...found, piece];
}
