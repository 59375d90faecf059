import type { Choice } from '../../kit/fieldTypes';

/** What a value of each type looks like. */
const examples: Record<string, string> = {
  string: 'Text, such as /summer',
  number: 'A number, such as 12.50',
  boolean: 'True or false',
  time: 'A date and time',
  location: 'A place: latitude and longitude',
};

const plurals: Record<string, string> = {
  string: 'strings',
  number: 'numbers',
  boolean: 'booleans',
  time: 'times',
  location: 'locations',
  item: 'items',
};

/** An attribute type as it is read: `(list string)` is a list of strings. */
export function typeWord(type: string): string {
  const element = elementOf(type);
  return element === null ? type : `list of ${plurals[element] ?? element}`;
}

/** An attribute type in a form, with an example. */
export function typeChoice(type: string): Choice {
  const element = elementOf(type);
  const description = element === null ? examples[type] : 'Several values at once';
  return { id: type, label: typeWord(type), ...(description ? { description } : {}) };
}

function elementOf(type: string): string | null {
  return /^\(list (\w+)\)$/.exec(type)?.[1] ?? null;
}
