import { redactText, redactWords } from './free-text';
import type { Kind } from './kind';
import type { StandIns } from './stand-ins';
import { kindOfAttribute } from './attributes';
import { kindOfEntry, kindOfText } from './texts';

/** Whatever a text holds, well-formed or not: comments, CDATA sections, instructions, tags, tags that break off, text. */
const TOKEN =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<(?:"[^"]*"|'[^']*'|[^'"<>])*>|<[^<]*|[^<]+/g;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)(\s*=\s*)(?:"([^"]*)"?|'([^']*)'?)/g;
/** The same where a tag is none: values without quotes, and words that have no value. */
const LOOSE = new RegExp(`${ATTRIBUTE.source.slice(0, -1)}|([^\\s"'<>=]+))|([^\\s"'<>=/]+)`, 'g');
const WHOLE_TAG = /^<[^\s"'<>/]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$/;
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }),
);

/** What may be a path in their place. */
const OR_PATH: ReadonlySet<Kind> = new Set<Kind>(['tag', 'node', 'netdev', 'sound', 'host']);

interface Open {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  /** The child of `<metadata>` that it is, or is in. */
  readonly owner: string | undefined;
  readonly ofLibosinfo: boolean;
}

/** A domain XML with stand-ins for all that says whose guest it is. Its lines stay where they are. */
export class MarkupRedactor {
  private readonly open: Open[] = [];

  constructor(private readonly standIns: StandIns) {}

  redact(text: string): string {
    return text.replace(TOKEN, (token) => this.token(token));
  }

  private token(token: string): string {
    if (token.startsWith('<!--')) return `<!-- redacted${breaks(token)} -->`;
    if (token.startsWith('<![CDATA[')) {
      const end = token.endsWith(']]>') ? ']]>' : '';
      return `<![CDATA[${this.text(token.slice(9, token.length - end.length))}${end}`;
    }
    if (token.startsWith('<?')) return /^<\?xml\s/.test(token) ? token : `<?redacted${breaks(token)}?>`;
    if (token.startsWith('</')) {
      const foreign = this.isForeign('');
      this.open.pop();
      return foreign ? `</redacted${breaks(token)}>` : this.endTag(token);
    }
    if (token.startsWith('<!')) return this.declaration(token);
    return token.startsWith('<') ? this.tag(token) : this.text(token);
  }

  private tag(tag: string): string {
    const name = local(/^<([^\s/>]*)/.exec(tag)?.[1] ?? '');
    const empty = tag.endsWith('/>');
    if (this.isForeign(name)) {
      if (!empty) this.open.push(this.element(name, () => undefined));
      return `<redacted${breaks(tag)}${empty ? '/>' : '>'}`;
    }
    const whole = WHOLE_TAG.test(tag);
    const attributes = new Map([...tag.matchAll(ATTRIBUTE)].map((found) => [found[1] ?? '', valueOf(found)]));
    const element = this.element(name, (key) => attributes.get(key));
    const written = tag.replace(ATTRIBUTE, (found: string, key: string, equals: string) => {
      const value = attributes.get(key) ?? '';
      const standIn = this.attribute(element, key, value);
      if (standIn === value) return found;
      const end = /=\s*("[^"]*"|'[^']*')$/.test(found) ? '"' : '';
      return `${key}${equals}"${escaped(standIn)}${breaks(found.slice(key.length + equals.length))}${end}`;
    });
    const out = whole ? written : this.loose(written, element);
    if (!empty) this.open.push(element);
    return out;
  }

  /** What is no attribute in a tag that is none is anything. */
  private loose(tag: string, element: Open): string {
    const start = /^<[^\s/>]*/.exec(tag)?.[0] ?? '';
    const rest = tag.slice(start.length).replace(LOOSE, (found: string, ...groups: unknown[]) => {
      const [key, equals, , , value, word] = groups;
      if (typeof word === 'string') return this.standIns.of('words', word);
      return typeof value === 'string' && typeof key === 'string'
        ? `${key}${String(equals)}${this.attribute(element, key, value)}`
        : found;
    });
    return redactText(start + rest, this.standIns);
  }

  private endTag(tag: string): string {
    const start = /^<\/[^\s>]*/.exec(tag)?.[0] ?? '';
    return start + tag.slice(start.length).replace(/[^\s>]+/g, (word) => this.standIns.of('words', word));
  }

  /** `<!DOCTYPE` and what is in it: what it is, and where it ends. */
  private declaration(token: string): string {
    const [, start = '', end = ''] = /^(<![A-Z]*)[^]*?(\[?\s*|>)$/.exec(token) ?? [];
    return `${start} redacted${breaks(token)}${end}`;
  }

  private attribute(element: Open, name: string, value: string): string {
    if (/^xmlns(:|$)/.test(name))
      return /\b(libvirt|libosinfo)\.org\//.test(value) ? value : this.standIns.of('namespace', value);
    if (this.open.at(-1)?.ofLibosinfo === true) return value;
    if (element.name === 'arg' && name === 'value') return redactWords(value, this.standIns);
    const kind = kindOfAttribute(
      { parent: this.open.at(-1)?.name ?? '', element: element.name },
      name,
      element.attribute,
    );
    return this.value(kind, value);
  }

  private value(kind: Kind | undefined, value: string): string {
    if (value.startsWith('/') && (kind === undefined || OR_PATH.has(kind)))
      return this.standIns.of('path', value);
    return kind === undefined ? redactText(value, this.standIns) : this.standIns.of(kind, value);
  }

  private text(raw: string): string {
    const words = raw.trim();
    const at = raw.indexOf(words);
    if (words === '') return raw;
    const element = this.open.at(-1);
    const value = decoded(words);
    const kind = element === undefined ? 'words' : this.kindOf(element, value);
    const standIn = this.isForeign('') ? this.standIns.of('words', value) : this.value(kind, value);
    if (standIn === value) return raw;
    // A name of two lines stays one: that is what is wrong with it.
    const [start, end] = [standIn.slice(0, -1), standIn.slice(-1)].map(escaped);
    return `${raw.slice(0, at)}${start}${breaks(words)}${end}${raw.slice(at + words.length)}`;
  }

  private kindOf({ name, attribute, ofLibosinfo }: Open, text: string): Kind | undefined {
    if (ofLibosinfo) return undefined;
    const parent = this.open.at(-2)?.name ?? '';
    if (name === 'entry' && parent !== 'oemStrings') return kindOfEntry(attribute('name'));
    return kindOfText(parent, name, text);
  }

  /** What is known of it by what it is in: a text that is no XML opens any number, and closes none. */
  private element(name: string, attribute: Open['attribute']): Open {
    const ofLibosinfo = name === 'libosinfo' || this.open.at(-1)?.ofLibosinfo === true;
    return { name, attribute, owner: this.ownerOf(name), ofLibosinfo };
  }

  private ownerOf(name: string): string | undefined {
    const parent = this.open.at(-1);
    return parent?.owner ?? (parent?.name === 'metadata' ? name : undefined);
  }

  /** Whether it is of somebody else's metadata; libosinfo's tell which system the guest runs. */
  private isForeign(name: string): boolean {
    const owner = this.ownerOf(local(name));
    return owner !== undefined && owner !== '' && owner !== 'libosinfo';
  }
}

function valueOf(found: RegExpMatchArray): string {
  return decoded(found[3] ?? found[4] ?? '');
}

/** `qemu:arg` is an `arg`; the root of libosinfo's metadata is known by its name. */
function local(name: string): string {
  return name.replace(/^.*:/, '');
}

function breaks(text: string): string {
  return text.replace(/\r\n|[\r\n]|[^]/g, (one) => (/[\r\n]/.test(one) ? one : ''));
}

function decoded(raw: string): string {
  return raw.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
