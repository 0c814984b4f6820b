/** Programs that messages say to call. Behind a colon such a name begins a command: `make it: mkdir -p /srv/share`. */
const PROGRAMS =
  'base64|blockdev|domxml2qemu|driverctl|echo|ip|lspci|lsusb|mkdir|modprobe|qemu-[a-z]+(?:-[a-z]+)*|rmmod|setfacl|sysctl|ulimit|usermod|xmllint';

/**
 * What somebody may copy out of a message: a command up to a semicolon or comma behind a word of it, elements of XML, words in
 * quotes, and an option with its value. An apostrophe begins no quotes: it follows a letter.
 */
const wholes = (): RegExp =>
  // Most lines are short: it is made for those that are not.
  new RegExp(
    [
      `(?<=: )(?:${PROGRAMS})\\b(?: (?:'[^']*'|"[^"]*"|\\S*[^\\s;,]))*`,
      '(?:<[a-zA-Z/!][^<>]*>[^\\s<]*)+',
      "(?<=[\\s(]|^)'[^']*'(?!\\w)",
      '--[a-z][a-z-]* [A-Z]+\\b',
    ].join('|'),
    'g',
  );

/** Stands for a blank at which a line is not broken; a text for people has no such character. */
const BLANK = '\u0000';

/** The line with its wholes as single words. */
export const joinWholes = (line: string): string =>
  line.replace(wholes(), (whole) => whole.replaceAll(' ', BLANK));

export const parted = (line: string): string => line.replaceAll(BLANK, ' ');
