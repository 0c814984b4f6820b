/** JSON for no id, or one that cannot be read. */
export const NO_ID = 'null';

/**
 * A request's id as JSON, for its answer. Numbers beyond those that are exact here, and whatever has parts, however deep, are
 * the text of the line: nothing is lost on the way. `line` is a JSON object.
 */
export function idText(id: unknown, line: string): string {
  if (id === undefined) return NO_ID;
  const isExact = typeof id === 'number' ? Number.isSafeInteger(id) : typeof id !== 'object' || id === null;
  // Between parts a carriage return may stand, and would end the line for some.
  return isExact ? JSON.stringify(id) : memberText(line, 'id').replaceAll('\r', ' ');
}

/** The text of a member's value; of two of the name the last, as JSON.parse has it. */
function memberText(json: string, name: string): string {
  let found = NO_ID;
  for (let open = json.indexOf('"'); open >= 0;) {
    const close = endOfString(json, open);
    const start = json.indexOf(':', close) + 1;
    const end = endOfValue(json, start);
    if (JSON.parse(json.slice(open, close)) === name) found = json.slice(start, end).trim();
    open = json.indexOf('"', end);
  }
  return found;
}

/** The index after the quote that ends the string. */
function endOfString(json: string, open: number): number {
  let close = json.indexOf('"', open + 1);
  while (isEscaped(json, close)) close = json.indexOf('"', close + 1);
  return close + 1;
}

function isEscaped(json: string, at: number): boolean {
  let before = at;
  while (json[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

/** The index of what ends a member: a comma, or the brace of its object. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfString(json, at) - 1;
    else if (character === '{' || character === '[') depth++;
    else if (depth === 0 && (character === ',' || character === '}')) return at;
    else if (character === '}' || character === ']') depth--;
  }
  return json.length;
}
