import { unseen } from '../model/unseen';

/** Words that need no quotes in a unit file. */
const PLAIN = /^[A-Za-z0-9_@+=:,./-]+$/;

/** A word of ExecStart= (systemd.service(5), "Command lines"): specifiers and variables of systemd stay text. */
export function systemdWord(text: string): string {
  return PLAIN.test(text) ? text : quoted(text.replaceAll('$', () => '$$'));
}

/** The program of ExecStart=, in which systemd replaces no variables, and before which it knows letters of its own. */
export function systemdProgram(text: string): string {
  if (/^[-@:+!|]/.test(text)) return `/usr/bin/env -- ${systemdWord(text)}`;
  return PLAIN.test(text) ? text : quoted(text);
}

/** `NAME=value` of Environment=, in which a `$` is none of systemd's. */
export const systemdAssignment = quoted;

// eslint-disable-next-line no-control-regex
export const CONTROL = /[\u0000-\u001f\u007f]/g;

/** Double quotes, escapes as in C, and `%` doubled (systemd.syntax(7), systemd.unit(5)). */
function quoted(text: string): string {
  const escaped = text
    .replaceAll(/["\\]/g, (character) => `\\${character}`)
    .replaceAll('%', '%%')
    .replaceAll(CONTROL, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${unseen(escaped, (some) => Array.from(some, byNumber).join(''))}"`;
}

/** Four digits within what 16 bits hold, else eight. */
function byNumber(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}
