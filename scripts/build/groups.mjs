// What few conversions come to, by the file of the source that it is from: a guest with one rare device loads that file alone.

/** Groups of pieces, and the number of each one's group by its name. */
export function grouped(pieces) {
  const sources = new Set(pieces.map(({ source }) => source));
  const groups = [...sources].map((source) => pieces.filter((piece) => piece.source === source));
  return { groups, numbers: new Map(groups.flatMap((group, i) => group.map(({ name }) => [name, i]))) };
}

/** What a group is given. */
export const GIVEN = ['require', '__dirname', '__shared', '__seldom'];

/** The body of a function that gives what a group holds. */
export function groupText(group, known) {
  const { numbers, shared } = known;
  const own = new Set(group.map(({ name }) => name));
  const others = [...new Set(group.flatMap(({ uses }) => [...uses]))].filter((name) => !numbers.has(name));
  return [
    ...others.map((name) => `const ${name} = __shared(${shared.indexOf(name)});`),
    textOf(group, own, known),
    `return { ${[...own].join(', ')} };`,
  ].join('\n');
}

/** The one bundle, which knows where groups begin in the other file. */
export function usualText(pieces, known, starts) {
  const { shared } = known;
  return `${textOf(pieces, new Set(), known)}
const __starts = [${starts.join()}], __groups = [];
const __seldom = (__group) => (__groups[__group] ??= require('./loader.js')
  .loadSeldom(__starts[__group], __starts[__group + 1])(${GIVEN.join()}));
function __shared(__number) {
  switch (__number) { ${shared.map((name, i) => `case ${i}: return ${name};`).join(' ')} }
}`;
}

/** Pieces as they stand, but for what they mention of groups other than their own. */
function textOf(pieces, own, { numbers }) {
  const isElsewhere = ({ name }) => numbers.has(name) && !own.has(name);
  const there = (name) => `__seldom(${numbers.get(name)}).${name}`;
  const isFetched = (mention) => isElsewhere(mention) && mention.isFetchable;
  const texts = pieces.map(({ text, mentions }) =>
    mentions
      .filter(isFetched)
      .reduceRight(
        (before, { name, start, end }) => before.slice(0, start) + there(name) + before.slice(end),
        text,
      ),
  );
  // What is handed on, or mentioned at the start, is not fetched before it is called.
  const mentioned = pieces.flatMap(({ mentions }) =>
    mentions.filter((one) => isElsewhere(one) && !isFetched(one)),
  );
  const stubs = [...new Set(mentioned.map(({ name }) => name))].map(
    (name) => `function ${name}(...__given) { return ${there(name)}(...__given); }`,
  );
  return [...stubs, ...texts].join('\n');
}
