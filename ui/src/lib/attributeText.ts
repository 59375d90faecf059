import { isDecimalText } from './decimal';
import type { Json } from './json';

/** An attribute while it is being edited: text for one value, texts for a list; empty means not set. */
export type AttributeText = { type: string; text: string | readonly string[] };

/** Attributes being edited, by API name. */
export type AttributeTexts = Readonly<Record<string, AttributeText>>;

/** The type of the elements of a list type such as `(list string)`; `null` for a single value. */
export function elementType(type: string): string | null {
  return /^\(list (\w+)\)$/.exec(type)?.[1] ?? null;
}

/** An attribute with nothing in it yet. */
export function unsetText(type: string): AttributeText {
  return { type, text: elementType(type) === null ? '' : [] };
}

/** The attributes of something stored, as texts to edit. */
export function textsOf(values: readonly { name: string; type: string; value: Json }[]): AttributeTexts {
  return Object.fromEntries(
    values.map(({ name, type, value }) => {
      const text = Array.isArray(value) ? value.map(textOfJson) : textOfJson(value);
      return [name, { type, text }];
    }),
  );
}

/**
 * The JSON of an edited attribute, `null` when it is not set. Text that does not fit the type travels as it
 * is: the host names the mistake.
 */
export function jsonOfText({ type, text }: AttributeText): Json {
  if (typeof text !== 'string') {
    const element = elementType(type) ?? 'string';
    return text.length === 0 ? null : text.map((item) => jsonOfOne(element, item));
  }
  return text === '' ? null : jsonOfOne(type, text);
}

function textOfJson(value: Json): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(textOfJson).join(', ');
  return Object.values(value).map(textOfJson).join(', ');
}

function jsonOfOne(type: string, text: string): Json {
  if (type === 'number') return isDecimalText(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  return type === 'location' ? locationOf(text) : text;
}

function locationOf(text: string): Json {
  const [lat = '', lng = '', ...rest] = text.split(',').map((part) => part.trim());
  const isPair = rest.length === 0 && isDecimalText(lat) && isDecimalText(lng);
  return isPair ? { lat: Number(lat), lng: Number(lng) } : text;
}

/** The JSON of all attributes that are set, by API name. */
export function attributeBody(texts: AttributeTexts): Record<string, Json> {
  const bodies = Object.entries(texts).map(([name, text]) => [name, jsonOfText(text)] as const);
  return Object.fromEntries(bodies.filter(([, json]) => json !== null));
}
