import type { HostFacts } from '../host/facts';
import { redactText, redactWords } from './free-text';
import { kindsOf, type Kind } from './kind';
import { StandIns } from './stand-ins';
import { MarkupRedactor } from './markup';
import { kindOfProperty } from './property';

/** Keys of host facts whose values have a kind that their form does not tell. */
const KEYS = kindsOf({
  hostname: 'host',
  serial: 'serial',
  wwid: 'wwn',
  wwnn: 'wwn',
  wwpn: 'wwn',
  fabric: 'wwn',
  initiator: 'iqn',
  username: 'user',
  secretUsage: 'usage',
});

/** Keys of what the guest may name as well. */
const NAMES: ReadonlySet<string> = new Set([
  ...['name', 'uuid', 'multipath', 'bridge', 'network', 'secrets'],
  ...['interfaces', 'bridges', 'allow', 'deny'],
]);

/** An option and its properties. */
interface Taken {
  readonly option: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Puts stand-ins in the place of names, uuids, addresses, paths and serial numbers: the same for the same value, whatever
 * it is in. Numbers go by the order of the text, so that a file always becomes the same.
 */
export class Redactor {
  private readonly standIns = new StandIns();

  /** A domain XML, whatever is wrong with it; line numbers stay. */
  xml(text: string): string {
    return new MarkupRedactor(this.standIns).redact(text);
  }

  /** Paths of the host, of which some may be in others: a file that is hidden stays in its folder. */
  folders(paths: Iterable<string>): void {
    this.standIns.addFolders(paths);
  }

  /** Words of a command line, of a message, or of an XPath. */
  words(text: string): string {
    return redactWords(text, this.standIns);
  }

  /** An option of a command line that is taken apart. What stood elsewhere is as there. */
  argument<T extends Taken>({ option, properties, ...rest }: T): T & Taken {
    const hidden = properties.map(({ name, value }) => ({
      name: this.words(name),
      value: this.property(option, name, value),
    }));
    return { ...(rest as T), option, properties: hidden };
  }

  private property(option: string, name: string, value: string): string {
    const known = this.standIns.existing(value);
    if (known !== undefined) return known;
    const kind = value.startsWith('/') ? 'path' : kindOfProperty(option, name);
    if (kind === undefined) return this.words(value);
    const [, host = value, port = ''] = (kind === 'host' && /^(\[.*\]|[^:]+)(:\d+)$/.exec(value)) || [];
    return `${this.standIns.of(kind, host)}${port}`;
  }

  /** The path of a file. */
  path(path: string): string {
    return this.standIns.of('path', path);
  }

  /** Secret usage or uuid -> file. */
  secrets(files: Readonly<Record<string, string>>): Record<string, string> {
    return this.pairs(files, 'usage', 'path');
  }

  /** Network -> bridge. */
  networks(bridges: Readonly<Record<string, string>>): Record<string, string> {
    return this.pairs(bridges, 'network', 'bridge');
  }

  private pairs(pairs: Readonly<Record<string, string>>, key: Kind, value: Kind): Record<string, string> {
    return Object.fromEntries(
      Object.entries(pairs).map(([name, of]) => {
        const formed = redactText(name, this.standIns);
        return [formed === name ? this.standIns.of(key, name) : formed, this.standIns.of(value, of)];
      }),
    );
  }

  /** What is known of the host, with the stand-ins that the guest's devices have. */
  facts<T extends HostFacts | object>(facts: T): T {
    return this.value(facts, '') as T;
  }

  private value(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.text(value, key);
    if (Array.isArray(value)) return value.map((item: unknown) => this.value(item, key));
    if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set)
      return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.value(item, name)]));
  }

  private text(value: string, key: string): string {
    const kind = KEYS.get(key);
    if (kind !== undefined) return this.standIns.of(kind, value);
    if (NAMES.has(key)) return this.standIns.existing(value) ?? redactText(value, this.standIns);
    return value.startsWith('/') ? this.standIns.of('path', value) : redactText(value, this.standIns);
  }
}
