import type * as Xmldom from '@xmldom/xmldom';

/** The package, when it is first used: few texts need it, and it would be a tenth of start-up. */
export function xmldom(): typeof Xmldom {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('@xmldom/xmldom') as typeof Xmldom;
}
