import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { rangeOfPointer } from './jsonPointer';

const document = '{"a": [1, {"b/c": "here"}], "": {"~x": null}}';

it.each([
  ['', document],
  ['/a', '[1, {"b/c": "here"}]'],
  ['/a/0', '1'],
  ['/a/1/b~1c', '"here"'],
  ['//~0x', 'null'],
  ['/a/7', '[1, {"b/c": "here"}]'],
  ['/nowhere', document],
])('the pointer %j names %s', (pointer, text) => {
  const state = EditorState.create({ doc: document, extensions: [json()] });
  ensureSyntaxTree(state, document.length, 1000);
  const { from, to } = rangeOfPointer(state, pointer);
  expect(state.sliceDoc(from, to)).toBe(text);
});
