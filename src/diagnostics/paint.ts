/** What tells things of different kinds apart; none of them means that something is wrong. */
export type Hue = 'blue' | 'cyan' | 'green' | 'magenta' | 'yellow' | 'white';

/** How a part of a report looks; without color each function gives its text back. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly help: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly storage: (text: string) => string;
  readonly network: (text: string) => string;
  readonly bridge: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly changed: (text: string) => string;
  readonly hue: (hue: Hue, text: string) => string;
}

const same = (text: string) => text;

export const PLAIN: Paint = {
  error: same,
  warning: same,
  note: same,
  help: same,
  strong: same,
  faint: same,
  storage: same,
  network: same,
  bridge: same,
  added: same,
  removed: same,
  changed: same,
  hue: (_hue, text) => text,
};

/** chalk is loaded only where there is color: most runs are in pipes. */
export async function colors(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    note: chalk.cyan.bold,
    help: chalk.green.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    storage: chalk.green,
    network: chalk.blue,
    bridge: chalk.magenta,
    added: chalk.green,
    removed: chalk.red,
    changed: chalk.yellow,
    hue: (hue, text) => chalk[hue].bold(text),
  };
}
