/**
 * Whether a test goes through all of a product of things, as in CI and where FILTER names a few cases, or through a part of it
 * in which each of them is met: all of it takes minutes, for which every change would wait.
 */
export const EVERY = process.env['CI'] !== undefined || process.env['FILTER'] !== undefined;
