/** Others hold none. */
const SUSPECT = /[\u00ad\u0600-\uffff]/;

/** Characters of format (joiners, marks, signs that turn the direction of what follows) and breaks of lines other than LF. */
const UNSEEN = /[\p{Cf}\u2028\u2029]+/gu;

/** A text with something else in the place of each run of characters that are not seen, or show a text otherwise than it is. */
export function unseen(text: string, instead: (some: string) => string): string {
  return SUSPECT.test(text) ? text.replace(UNSEEN, instead) : text;
}
