import { expect, test } from 'vitest';
import { indentJson, onOneLine } from './indentJson';

test('JSON is laid out with every letter kept', () => {
  const text = '{"a":[1.10,{"b":"x, {y}: \\" z"}],"c":{},"d":[ ],"e":12345678901234567890.5,"f":null}';
  expect(indentJson(text)).toBe(`{
  "a": [
    1.10,
    {
      "b": "x, {y}: \\" z"
    }
  ],
  "c": {},
  "d": [],
  "e": 12345678901234567890.5,
  "f": null
}`);
});

test.each(['{"op":"x","body":{"a":[1,2],"t":"two  spaces"}}', '[]', '"text"', '-0.50', '[{"a":{}},[[]]]'])(
  'laid out and put on one line again, %s means the same',
  (text) => {
    const again = onOneLine(indentJson(text));
    expect(again).not.toContain('\n');
    expect(JSON.parse(again)).toEqual(JSON.parse(text));
  },
);

test.each(['', '{', '}}', 'no json', '"open'])('what is no JSON is not lost: %j', (text) => {
  expect(indentJson(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});
