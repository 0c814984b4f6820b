/** Attributes of a domain whose value is a secret, in whatever element they stand. */
export const SECRET_ATTRIBUTES = ['passwd', 'password'] as const;

/** Elements of a domain whose text is one. */
const SECRET_TEXTS = ['cookie'] as const;

/** Names of QEMU's options, and of JSON's members, whose value is one. */
export const SECRET_OPTIONS: readonly string[] = [...SECRET_ATTRIBUTES, 'data', 'cookie'];
const MEMBERS: readonly string[] = [...SECRET_OPTIONS, 'key'];

/** Secrets in free text: as words of QEMU's options, where a comma is doubled; as JSON, plain and within XML; as Ceph's; in a URL. */
export const SECRET_FORMS: readonly RegExp[] = [
  new RegExp(`(?<=\\b(?:${SECRET_OPTIONS.join('|')})=)(?:[^\\s,"'<>]|,,)+`),
  new RegExp(`(?<="(?:${MEMBERS.join('|')})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)+`),
  new RegExp(`(?<=&quot;(?:${MEMBERS.join('|')})&quot;\\s*:\\s*&quot;)[^"]+?(?=&quot;)`),
  /(?<=[:,]key=)[^\s,:"'<>]+/,
  /(?<=\w:\/\/[^\s/:@"'<>]*:)[^\s/@"'<>]+(?=@)/,
];

const FORMS = new RegExp(SECRET_FORMS.map(({ source }) => source).join('|'), 'g');
/** Its quotes are there, or one of them, or none: a text that is no XML is shown as well. */
const ATTRIBUTE = new RegExp(
  `(?<![\\w-])((?:${SECRET_ATTRIBUTES.join('|')})\\s*=\\s*)("[^"\\n]*"|"[^"<]*|'[^'\\n]*'|'[^'<]*|[^\\s"'<>,]+)`,
  'g',
);
const TEXT = new RegExp(`(<(?:${SECRET_TEXTS.join('|')})(?:\\s[^<>]*)?(?<!/)>)([^]*?)(?=</|$)`, 'g');

/**
 * The text of a domain, well-formed or not, as it may be shown to people: a star stands for each character of a secret, so
 * that lines and columns stay what they are.
 */
export function hideSecrets(text: string): string {
  return SIGNS.some((sign) => text.includes(sign)) ? hidden(text) : text;
}

/** One of them is in each secret's form: to look for these takes less than to compile the patterns. */
const SIGNS: readonly string[] = [...MEMBERS, ...SECRET_TEXTS, '://'];

function hidden(text: string): string {
  return text
    .replace(ATTRIBUTE, (_, before: string, value: string) => before + quotedStars(value))
    .replace(TEXT, (_, before: string, value: string) => before + stars(value))
    .replace(FORMS, stars);
}

/** As many as there are characters. */
export function stars(secret: string): string {
  return secret.replace(/[^\r\n]/g, '*');
}

function quotedStars(value: string): string {
  const [, quote = '', inner = value, end = ''] = /^(["'])([^]*?)(\1?)$/.exec(value) ?? [];
  return `${quote}${stars(inner)}${end}`;
}
