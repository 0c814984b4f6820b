import { shellWord } from '../model/shell-word';

/** A name that a shell can give a variable; a function of bash that was exported has another. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Lines of a shell that make one environment of another: what is not as it was before. */
export function exportLines(before: NodeJS.ProcessEnv, after: NodeJS.ProcessEnv): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const value = after[name];
    if (!NAME.test(name) || value === before[name]) return [];
    return [value === undefined ? `unset ${name}` : `export ${name}=${shellWord(value)}`];
  });
}
