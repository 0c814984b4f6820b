import type { Command, Option } from 'commander';
import { describeOption } from '../../src/cli/command/describe';
import { OWN_STATUS, STATUS_MEANS } from '../../src/cli/command/exit-status';
import { STATUS } from '../../src/cli/status';
import { VERSION } from '../../src/cli/version';
import { converts, examplesIn, ownOptions, sharedOptions, usageOf } from './commands';
import { DESCRIPTION, DIAGNOSTICS, ENVIRONMENT, FILES, SEE_ALSO, SHARED_OPTIONS } from './prose';
import { escaped, item, paragraph, section, subsection, text, verbatim } from './roff';

/** The manual page of the program, in roff: commands, options and examples are those that the program has. */
export function page(root: Command): string {
  const shared = sharedOptions(root);
  const sections = [
    section('NAME', text(`domxml2qemu - ${lowered(root.description())}`)),
    section('SYNOPSIS', synopsis(root)),
    section('DESCRIPTION', ...DESCRIPTION.map(paragraph)),
    section('COMMANDS', ...root.commands.map((command) => commandPart(command, shared))),
    section('OPTIONS', ...options(root.options), paragraph(SHARED_OPTIONS), ...options(shared)),
    section(
      'EXIT STATUS',
      ...Object.entries(STATUS).map(statusItem),
      ...Object.entries(OWN_STATUS).map(ownItem),
    ),
    section('ENVIRONMENT', ...Object.entries(ENVIRONMENT).map(([name, about]) => item(name, about))),
    section('FILES', ...Object.entries(FILES).map(([name, about]) => item(name, about))),
    section('EXAMPLES', ...[root, ...root.commands].map(examplePart)),
    section('DIAGNOSTICS', ...DIAGNOSTICS.map(paragraphOrLines)),
    section('SEE ALSO', text(SEE_ALSO)),
  ];
  return `.\\" Written by scripts/man-page.mjs from the commands of the program.
.TH DOMXML2QEMU 1 "" "domxml2qemu ${VERSION}" "User Commands"
${sections.join('\n')}
`;
}

const lowered = (sentence: string) =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '');

function synopsis(root: Command): string {
  const convert = root.commands.find((command) => command.name() === 'convert');
  const lines = [
    `domxml2qemu ${convert?.usage() ?? ''}`,
    ...root.commands.filter((command) => command !== convert).map(usageOf),
    'domxml2qemu --help | --version',
  ];
  return ['.nf', ...lines.map(escaped), '.fi'].join('\n');
}

function commandPart(command: Command, shared: readonly Option[]): string {
  return subsection(
    usageOf(command),
    paragraph(command.description()),
    ...command.registeredArguments
      .filter(({ description }) => description !== '')
      .map((argument) => item(`<${argument.name()}>`, argument.description)),
    ...options(ownOptions(command, shared)),
    ...(converts(command, shared)
      ? [paragraph('It takes the options of a conversion, too: see OPTIONS.')]
      : []),
  );
}

const options = (list: readonly Option[]) => list.map((option) => item(option.flags, describeOption(option)));

const statusItem = ([name, status]: [string, number]) =>
  item(String(status), `${STATUS_MEANS[name as keyof typeof STATUS]}.`);

const ownItem = ([name, means]: [string, string]) => item(`Of ${name}`, means);

function examplePart(command: Command): string {
  const lines = examplesIn(command);
  return lines.length === 0 ? '' : verbatim(lines);
}

const paragraphOrLines = (part: string | readonly string[]) =>
  typeof part === 'string' ? paragraph(part) : verbatim(part);
