import { objects, textOf, type Json, type JsonObject } from './qmp';

/** QEMU's answer to query-qmp-schema (QEMU qapi/introspect.json), by the names that its parts refer to each other with. */
export type Schema = ReadonlyMap<string, JsonObject>;

export function readSchema(answer: Json | undefined): Schema {
  return new Map(objects(answer).map((entity) => [textOf(entity['name']) ?? '', entity]));
}

/**
 * Whether a path exists; undefined where this QEMU does not describe the command's variants, as of netdev_add before 5.2: a command's name, then members by name, `+case` for a variant of a union and `^value` for a
 * value of an enumeration. `blockdev-add/+nbd/tls-hostname` is the NBD driver's option.
 */
export function inSchema(schema: Schema, path: string): boolean | undefined {
  const [command = '', ...steps] = path.split('/');
  const entity = schema.get(command);
  if (entity === undefined) return false;
  const start = command.startsWith('query-') ? entity['ret-type'] : entity['arg-type'];
  if (steps[0]?.startsWith('+') === true && schema.get(textOf(start) ?? '')?.['variants'] === undefined)
    return undefined;
  return steps.length === 0 || walk(schema, textOf(start), steps);
}

function walk(schema: Schema, type: string | undefined, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  const entity = schema.get(type ?? '');
  if (entity === undefined) return false;
  const inner = textOf(entity['element-type']);
  if (inner !== undefined) return walk(schema, inner, [step, ...rest]);
  if (entity['meta-type'] === 'alternate')
    return objects(entity['members']).some((member) => walk(schema, textOf(member['type']), [step, ...rest]));
  if (step.startsWith('^')) return hasValue(entity, step.slice(1));
  return typesAt(entity, step).some((next) => walk(schema, next, rest));
}

function typesAt(entity: JsonObject, step: string): (string | undefined)[] {
  const [list, key, name] = step.startsWith('+')
    ? ['variants', 'case', step.slice(1)]
    : ['members', 'name', step];
  return objects(entity[list])
    .filter((part) => part[key] === name)
    .map((part) => textOf(part['type']));
}

function hasValue(entity: JsonObject, value: string): boolean {
  const values = entity['values'];
  return (
    objects(entity['members']).some((member) => member['name'] === value) ||
    (Array.isArray(values) && (values as readonly Json[]).includes(value))
  );
}
