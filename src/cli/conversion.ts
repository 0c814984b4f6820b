import { convertCommand } from './convert';
import { run as runAny } from './index';

/**
 * The command line of a bundle that holds a conversion and no other work (see isConversion): all of it is loaded at once,
 * which is quicker than in pieces.
 */
export const run = (args: readonly string[]): Promise<number> => runAny(args, convertCommand);
