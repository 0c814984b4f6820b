import type { Difference } from '../../differ';
import type { NamedSide } from './sides';

/** What docs/json.md says of `diff --output json`. */
export function diffJson(
  [from, to]: readonly [NamedSide, NamedSide],
  differences: readonly Difference[],
): object {
  return {
    schema: 1,
    from: { name: from.name, qemu: from.qemu },
    to: { name: to.name, qemu: to.qemu },
    same: differences.length === 0,
    noticed: differences.filter(({ guest }) => guest).length,
    differences,
  };
}
