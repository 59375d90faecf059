/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON with two-space indentation; `undefined` reads as `null`. */
export function prettyJson(value: unknown): string {
  return JSON.stringify(value ?? null, null, 2);
}

export type JsonToken = {
  kind: 'key' | 'string' | 'number' | 'word' | 'punctuation';
  text: string;
  at: number;
};

const tokenShape =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([\s\S])/g;

/** Splits formatted JSON into tokens to colour; joined again they give the same text. */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const match of text.matchAll(tokenShape)) {
    const [, quoted, colon, number, word, other] = match;
    const at = match.index;
    if (quoted !== undefined) {
      tokens.push({ kind: colon === undefined ? 'string' : 'key', text: quoted, at });
      if (colon !== undefined) tokens.push({ kind: 'punctuation', text: colon, at: at + quoted.length });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    else if (tokens.at(-1)?.kind === 'punctuation') {
      const last = tokens.at(-1);
      if (last) last.text += other;
    } else tokens.push({ kind: 'punctuation', text: other ?? '', at });
  }
  return tokens;
}
