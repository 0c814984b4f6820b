import { unseen } from '../model/unseen';
import { CONTROL } from './systemd-word';

/** A line of a unit file. */
export type Setting = readonly [key: string, value: string];

export const pair = (key: string, value: string): Setting => [key, value];

/** Text of a setting: one line, its specifiers stay text. */
export function line(text: string): string {
  return unseen(text, () => ' ')
    .replaceAll(CONTROL, ' ')
    .replaceAll('%', '%%')
    .replace(/\\+$/, '');
}

/** Sections with their settings -> a unit file. */
export function file(sections: Readonly<Record<string, readonly Setting[]>>): string {
  return Object.entries(sections)
    .map(([name, settings]) => `[${name}]\n${settings.map(([key, value]) => `${key}=${value}\n`).join('')}`)
    .join('\n');
}
