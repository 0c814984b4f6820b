import type { Emitted } from '../emitter/emitted';
import type { DeviceBase } from '../model/device-base';
import type { Place } from '../model/place';
import { optionOf, propertiesOf, type Property } from '../emitter/properties';
import type { ExplainedArgument, ExplainedProperty, Origin } from './explanation';
import { writtenPath } from './place';
import { propertyOfDevice, propertyOfPart } from './property';
import type { PropertyFacts } from './property/facts';
import { releasesOf } from './release';
import { OPTIONS } from './subject/options';

/** An option that was emitted: its words, and its number among all. */
export interface Numbered {
  readonly emitted: Emitted;
  readonly words: readonly string[];
  readonly index: number;
}

/** One option with its properties; what says nothing of its own has the origin of its group. */
export function explainArgument(
  { emitted, words, index }: Numbered,
  group: Origin,
  domain: Place,
): ExplainedArgument {
  const { arg, subject } = emitted;
  const option = optionOf(arg);
  const known = typeof subject === 'string' ? ownWords(option) : undefined;
  const factsOf = (name: string) =>
    typeof subject === 'string'
      ? propertyOfPart(subject, option, name)
      : propertyOfDevice(subject.kind, option, name);
  const base = typeof subject === 'string' ? domain : elementOf(subject.device);
  const properties = propertiesOf(arg);
  return {
    index,
    words,
    option,
    origin: known ? originOf(domain, known) : group,
    properties: properties.map((property) => explainProperty(property, factsOf(property.name), base)),
    releases: releases(properties),
    change: known?.change,
  };
}

/** A device that nobody wrote has the place of what called for it, whose attributes are not its own. */
function elementOf({ at, implicit }: DeviceBase): Place | undefined {
  return implicit === true ? undefined : at;
}

function ownWords(option: string) {
  return Object.hasOwn(OPTIONS, option) ? OPTIONS[option] : undefined;
}

/** Where a part, or an option of its own, comes from. */
export function originOf(
  domain: Place,
  { paths, implied }: { readonly paths: readonly string[]; readonly implied: string },
): Origin {
  const written = writtenPath(domain, paths);
  return written === undefined ? { at: domain, implied } : { at: written.place };
}

function explainProperty(
  { name, value }: Property,
  facts: PropertyFacts | undefined,
  base: Place | undefined,
): ExplainedProperty {
  const { about, paths = [], otherwise } = facts ?? {};
  const written = base && writtenPath(base, paths);
  return {
    name,
    value,
    about,
    at: written?.place,
    otherwise: written === undefined ? otherwise : undefined,
    path: written?.path ?? paths[0],
  };
}

function releases(properties: readonly Property[]): string[] {
  const driver = properties.find(({ name }) => name === 'driver')?.value;
  if (driver === undefined) return [];
  return releasesOf(
    driver,
    properties.map(({ name }) => name),
  );
}
