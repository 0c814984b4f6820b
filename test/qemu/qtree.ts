/** A device of `info qtree`. */
export interface QtreeDevice {
  readonly driver: string;
  readonly id: string;
  /** The bus that it is plugged into. */
  readonly bus: string;
  /** Property name -> value as printed: strings without their quotes, numbers in decimal. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Reads HMP's `info qtree` (QEMU system/qdev-monitor.c): buses and devices, indented under each other. */
export function readQtree(text: string): QtreeDevice[] {
  const devices: { driver: string; id: string; bus: string; properties: Record<string, string> }[] = [];
  const buses: { indent: number; name: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, spaces = '', content = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const bus = /^bus: (\S+)/.exec(content)?.[1];
    const device = /^dev: ([^,]+), id "(.*)"$/.exec(content);
    const property = /^([\w.-]+) = (.*)$/.exec(content);
    while (buses.length > 0 && (bus ?? device) && buses.at(-1)!.indent >= spaces.length) buses.pop();
    if (bus !== undefined) buses.push({ indent: spaces.length, name: bus });
    else if (device)
      devices.push({ driver: device[1]!, id: device[2]!, bus: buses.at(-1)?.name ?? '', properties: {} });
    else if (property) {
      const last = devices.at(-1);
      if (last)
        last.properties[property[1]!] = property[2]!
          .replace(/^"(.*)"$/, '$1')
          .replace(/ \(0x[0-9a-f]+\)$/, '');
    }
  }
  return devices;
}
