import { existsSync } from 'node:fs';
import { visible } from '../../diagnostics/report';
import { guestOf, outcomeOf, type Outcome } from '../outcome';
import type { ConvertCommandOptions } from '../convert-options';
import { crashText, lossText } from '../crash';
import { Failure, failureText, STATUS } from '../status';
import { errorWidth } from '../terminal';
import { filtered } from '../streams';
import type { Work } from '../worker/work';
import type { Pair } from './outputs';
import { writeWhole } from './write';
import { together } from '../together';

export interface ConvertJob {
  readonly pairs: readonly Pair[];
  readonly options: ConvertCommandOptions;
}

/** What became of a guest; its command is in its file. */
export interface Converted extends Omit<Outcome, 'command'> {
  readonly file: string;
}

/** A job is a few guests. */
export const CONVERT: Work<ConvertJob, readonly Converted[]> = {
  waits: true, // a file may be a pipe
  do: async ({ pairs, options }) => {
    const read = await Promise.allSettled(pairs.map(({ file }) => guestOf(file, options)));
    const conversionOf = together(read.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])));
    const conversions = read.map((one) => () => {
      if (one.status === 'rejected') throw one.reason;
      return { ...conversionOf(one.value), text: one.value.text };
    });
    const all: Converted[] = [];
    for (const [index, pair] of pairs.entries())
      all.push(await convertInto(pair, options, conversions[index]));
    return all;
  },
  pieces: ({ pairs, options }) => pairs.map((pair) => ({ pairs: [pair], options })),
  joined: (replies) => replies.flat(),
  lost: ({ pairs, options }, reason) =>
    Promise.resolve(pairs.map((pair) => bug(pair, lossText(reason, options.redact)))),
};

/** Whatever goes wrong with one guest, the next is converted. */
async function convertInto(
  pair: Pair,
  options: ConvertCommandOptions,
  conversion: Parameters<typeof outcomeOf>[2],
): Promise<Converted> {
  const { file, output } = pair;
  try {
    const { command, ...outcome } = await outcomeOf(file, options, conversion);
    if (command === undefined) return { file, ...outcome, said: outcome.said + stale(output) };
    try {
      writeWhole(output, filtered(command), options.output === 'script' ? 0o777 : 0o666);
      return { file, ...outcome };
    } catch (problem) {
      if (!(problem instanceof Failure)) throw problem;
      const said = outcome.said + failureText(problem, await errorWidth());
      return { file, status: problem.status, said, warned: false };
    }
  } catch (problem) {
    return bug(pair, crashText(problem, options.redact));
  }
}

/** A refused guest has no command; what an earlier run wrote must not be taken for it. */
function stale(output: string): string {
  return existsSync(output)
    ? `${visible(output)} is left as it was: it is not what this guest says now\n`
    : '';
}

function bug({ file }: Pair, reason: string): Converted {
  const said = `${visible(file)}: internal error, please report it with the XML:\n${reason}\n`;
  return { file, status: STATUS.refused, said, warned: false };
}
