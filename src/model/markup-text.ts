import { unseen } from './unseen';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Most text of a page is plain, and a page of a thousand devices is made of a hundred thousand texts. */
const SUSPECT = /[^\t\n !#-%'-;=?-~]/;

/**
 * Text as it may stand in HTML and in SVG, between tags and within double quotes; what neither can hold (XML 1.0,
 * production 2) becomes a question mark, and what is not seen a character that is.
 */
export function markupText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return unseen(
    text
      .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, '?'),
    () => '\ufffd',
  );
}
