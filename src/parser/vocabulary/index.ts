import { A_TO_K } from './a-to-k';
import { L_TO_Z } from './l-to-z';

/**
 * What each element may hold, as far as it is read here: `name: elements | attributes`. The suite's own test holds it to what
 * the parser asks for.
 */
const LINES = `${A_TO_K.trim()}\n${L_TO_Z.trim()}`.split('\n');

/** The names that are read in elements of this name. */
export function namesIn(element: string, what: 'elements' | 'attributes'): readonly string[] {
  const line = LINES.find((words) => words.startsWith(`${element}: `));
  const [elements = '', attributes = ''] = (line ?? '').slice(element.length + 1).split('|');
  return (what === 'elements' ? elements : attributes).trim().split(' ');
}

/** The elements in which elements of this name are read. */
export function holdersOf(name: string): readonly string[] {
  const holders = LINES.filter((line) => ` ${elementsOf(line)} `.includes(` ${name} `));
  return holders.map((line) => line.slice(0, line.indexOf(':')));
}

function elementsOf(line: string): string {
  return line.slice(line.indexOf(':') + 1, line.indexOf('|')).trim();
}
