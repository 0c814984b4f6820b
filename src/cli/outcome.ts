import { convertDomain, type Conversion } from '../convert';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { visible } from '../diagnostics/report';
import { written } from './command-form';
import type { ConversionValues } from './conversion-values';
import type { ConvertCommandOptions } from './convert-options';
import type { GuestInput } from './guest';
import { inputOf, unreadable } from './guest-input';
import { nameOf, readXml } from './input';
import { neededFirst } from './needed-first';
import { sayings } from './say';
import type { Selected } from './selection';
import { Failure, failureText, STATUS } from './status';
import { errorWidth } from './terminal';

/** A guest out of its file, with all that the command line knows of its surroundings. */
export async function guestOf(file: string, values: ConversionValues): Promise<GuestInput> {
  const diagnostics: Diagnostic[] = [];
  const text = readXml(file, (diagnostic) => void diagnostics.push(diagnostic));
  return text === undefined ? unreadable(diagnostics) : inputOf(text, values);
}

/** A conversion, with the text that messages quote. */
export type FromFile = Conversion & { readonly text: string };

/** One file's way through the pipeline. */
export async function convertFile(file: string, values: ConversionValues): Promise<FromFile> {
  const { reading, options, text } = await guestOf(file, values);
  return { ...convertDomain(reading, options), text };
}

/** What comes of one file: all plain data. */
export interface Outcome {
  readonly status: number;
  /** For standard error. */
  readonly said: string;
  /** In the form that was asked for; absent where there is none. */
  readonly command?: string | undefined;
  readonly warned: boolean;
}

/** Never rejects for what is wrong with a file; `conversion` where it was converted with others. */
export async function outcomeOf(
  file: string,
  options: ConvertCommandOptions,
  conversion: () => FromFile | Promise<FromFile> = () => convertFile(file, options),
): Promise<Outcome> {
  let said = '';
  try {
    const { text, ...whole } = await conversion();
    const chosen = await chosenOf(whole, options);
    const { diagnostics } = chosen;
    said = (await sayings(diagnostics, file, text, options)) + nothingLeft(file, chosen);
    said += neededFirst(file, chosen, options);
    const command = written(chosen, options.output ?? 'pretty');
    return {
      status: command === undefined ? STATUS.refused : STATUS.done,
      said,
      command,
      warned: diagnostics.some(({ severity }) => severity === 'warning'),
    };
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem;
    return { status: problem.status, said: said + failureText(problem, await errorWidth()), warned: false };
  }
}

/** Loaded where it is asked for: most want the whole command. */
async function chosenOf(whole: Conversion, options: ConvertCommandOptions): Promise<Selected> {
  if (options.only === undefined && options.without === undefined) return whole;
  return (await import('./selection')).selected(whole, options);
}

function nothingLeft(file: string, { piece, options }: Selected): string {
  return piece === true && options?.length === 0
    ? `${visible(nameOf(file))}: the guest has nothing of that\n`
    : '';
}
