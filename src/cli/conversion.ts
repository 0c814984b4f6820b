import { asksVersion } from './command/names';
import { convertCommand } from './convert';
import { failed } from './failed';
import { refuseMisspelt } from './misspelt';
import { plainArguments } from './plain-arguments';
import { STATUS } from './status';
import { writeOut } from './streams';
import { versionText } from './version';

/**
 * The command line of a bundle that holds a conversion, the version and no other work (see isConversion): all of it is
 * loaded at once, which is quicker than in pieces. What is not plain is for the bundle that holds everything.
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    if (asksVersion(args)) {
      writeOut(versionText());
      return STATUS.done;
    }
    refuseMisspelt(args);
    const plain = plainArguments(args);
    if (plain !== undefined) return await convertCommand(plain.files, plain.options);
  } catch (problem) {
    return await failed(problem, false);
  }
  const { load } = await import('./loader');
  return (await load()).run(args);
}
