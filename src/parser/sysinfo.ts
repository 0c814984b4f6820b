import type { Sysinfo, SysinfoEntry } from '../model/sysinfo';
import type { XmlElement } from './element';

/** Every `<sysinfo>`. */
export function parseSysinfo(root: XmlElement): Sysinfo[] {
  return root.children('sysinfo').map((sysinfo) => {
    sysinfo.required('@type', "add type='smbios'");
    if (sysinfo.choice('@type', ['smbios', 'fwcfg']) === 'fwcfg')
      return {
        at: sysinfo.at,
        type: 'fwcfg',
        entries: sysinfo.children('entry').map((entry) => ({
          at: entry.at,
          name: entry.required('@name'),
          file: entry.text('@file'),
          value: entry.text('@file') === undefined || entry.content !== '' ? entry.content : undefined,
        })),
      };
    return {
      at: sysinfo.at,
      type: 'smbios',
      bios: entries(sysinfo, 'bios/entry'),
      system: entries(sysinfo, 'system/entry'),
      baseBoards: sysinfo.children('baseBoard').map((board) => entries(board, 'entry')),
      chassis: entries(sysinfo, 'chassis/entry'),
      oemStrings: sysinfo.children('oemStrings/entry').map((entry) => entry.content),
    };
  });
}

function entries(parent: XmlElement, path: string): SysinfoEntry[] {
  return parent
    .children(path)
    .map((entry) => ({ at: entry.at, name: entry.required('@name'), value: entry.content }));
}
