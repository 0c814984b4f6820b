import { closest } from '../diagnostics/closest';
import { visible } from '../diagnostics/report';
import { GENERAL_NAMES } from '../explainer/select';
import { Failure, STATUS } from './status';

/** Words of `--only` that name nothing. `names`: all that would do; `keys`: those that are shown. */
export function nothingCalled(
  unknown: readonly string[],
  names: readonly string[],
  keys: readonly string[],
): Failure {
  const known = [...names, ...GENERAL_NAMES].filter((name) => !unknown.includes(name));
  const meant = closest(unknown[0] ?? '', known);
  return new Failure(
    STATUS.usage,
    `nothing of this guest is called ${unknown.map((word) => `'${visible(word)}'`).join(' or ')}`,
    meant === undefined
      ? `it has: ${[...new Set(keys)].join(', ')}; a device such as sda, a kind such as video, an option such as -drive and a pattern such as 'net*' will do, too`
      : `did you mean '${meant}'?`,
  );
}
