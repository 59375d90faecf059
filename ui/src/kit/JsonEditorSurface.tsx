import { closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, forceLinting, linter, lintGutter } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { styleNonce } from '../lib/nonce';
import type { JsonEditorProps, JsonProblem } from './JsonEditor';
import { editorLook, jsonInks } from './jsonLook';
import { rangeOfPointer } from './jsonPointer';

const readOnly = new Compartment();

/** The editor itself; `JsonEditor` loads it when shown. */

export function JsonEditorSurface(props: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return;
    const { value, label } = latest.current;
    const onDocument = EditorView.updateListener.of((update) => {
      if (update.docChanged) latest.current.onChange(update.state.doc.toString());
    });
    const state = EditorState.create({
      doc: value,
      extensions: [...baseExtensions(label), onDocument],
    });
    const editor = new EditorView({ parent: host.current, state });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === props.value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
  }, [props.value]);

  useEffect(() => {
    view.current?.dispatch({
      effects: readOnly.reconfigure(EditorState.readOnly.of(props.isReadOnly ?? false)),
    });
  }, [props.isReadOnly]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    editor.dispatch({ effects: showProblems.of(props.problems ?? []) });
    forceLinting(editor);
  }, [props.problems]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || props.reveal === undefined || props.reveal === null) return;
    const { from, to } = rangeOfPointer(editor.state, props.reveal);
    editor.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }),
    });
    editor.focus();
  }, [props.reveal]);

  return <div ref={host} className="h-full min-h-24 overflow-hidden rounded-md border border-line-strong" />;
}

const showProblems = StateEffect.define<readonly JsonProblem[]>();

const shownProblems = StateField.define<readonly JsonProblem[]>({
  create: () => [],
  update: (problems, transaction) =>
    transaction.effects.reduce(
      (before, effect) => (effect.is(showProblems) ? effect.value : before),
      problems,
    ),
});

const findSyntaxErrors = jsonParseLinter();

/**
 * Marks what is no JSON and, where it is JSON, the problems handed in. One linter for both, because each run replaces
 * all marks.
 */
const marks = linter(
  (view) => {
    const broken = findSyntaxErrors(view);
    return broken.length > 0 ? broken : diagnosticsOf(view.state, view.state.field(shownProblems));
  },
  {
    needsRefresh: (update) => update.startState.field(shownProblems) !== update.state.field(shownProblems),
  },
);

function diagnosticsOf(state: EditorState, problems: readonly JsonProblem[]): Diagnostic[] {
  return problems.map((problem) => ({
    ...rangeOfProblem(state, problem),
    severity: 'error',
    message: problem.message,
  }));
}

/** Without escapes in the text, characters inside it are where they are counted; with them the whole text is marked. */
function rangeOfProblem(
  state: EditorState,
  { pointer, start, end }: JsonProblem,
): { from: number; to: number } {
  const range = rangeOfPointer(state, pointer);
  const text = state.sliceDoc(range.from, range.to);
  if (typeof start !== 'number' || !text.startsWith('"') || text.includes('\\')) return range;
  const from = Math.min(range.from + 1 + start, range.to);
  return { from, to: Math.min(Math.max(range.from + 1 + (end ?? start + 1), from), range.to) };
}

function baseExtensions(label: string): Extension[] {
  const nonce = styleNonce();
  return [
    lineNumbers(),
    foldGutter(),
    history(),
    bracketMatching(),
    closeBrackets(),
    json(),
    shownProblems,
    marks,
    lintGutter(),
    syntaxHighlighting(jsonInks),
    editorLook,
    keymap.of([...defaultKeymap, ...historyKeymap]),
    readOnly.of(EditorState.readOnly.of(false)),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
  ];
}
