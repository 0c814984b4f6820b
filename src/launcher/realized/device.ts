import type { Properties } from '../../emitter/args';
import type { Expectation } from './expectation';

/** What QEMU reads back under another name, and what it keeps to itself. */
const READ_AS: Readonly<Record<string, string | undefined>> = {
  driver: 'type',
  bus: 'parent_bus',
  id: undefined,
};

/** A -device or -object with an id: its type, then each property. */
export function objectExpectations(folder: string, { driver, ...properties }: Properties): Expectation[] {
  const { id } = properties;
  if (typeof id !== 'string') return [];
  return Object.entries({ driver, ...properties }).flatMap(([what, planned]) => {
    const property = what in READ_AS ? READ_AS[what] : what;
    if (planned === undefined || typeof planned === 'object' || property === undefined) return [];
    return [
      {
        subject: id,
        what,
        planned,
        ask: (qemu) => qemu.property(`${folder}/${id}`, property),
      } satisfies Expectation,
    ];
  });
}
