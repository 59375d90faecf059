import { json } from '@codemirror/lang-json';
import { syntaxHighlighting } from '@codemirror/language';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { styleNonce } from '../lib/nonce';
import type { JsonDiffProps } from './JsonDiff';
import { editorLook, jsonInks } from './jsonLook';

/** The difference itself; `JsonDiff` loads it when shown. */
export function JsonDiffSurface({ label, before, after }: JsonDiffProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = new MergeView({
      parent: host.current,
      a: { doc: before, extensions: side(`${label}, earlier event`) },
      b: { doc: after, extensions: side(`${label}, later event`) },
      collapseUnchanged: { margin: 3, minSize: 6 },
    });
    return () => view.destroy();
  }, [label, before, after]);
  return <div ref={host} className="overflow-auto rounded-md border border-line-strong" />;
}

function side(label: string): Extension[] {
  const nonce = styleNonce();
  return [
    lineNumbers(),
    json(),
    syntaxHighlighting(jsonInks),
    editorLook,
    differenceLook,
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
  ];
}

const differenceLook = EditorView.theme({
  '&.cm-merge-a .cm-changedLine': { backgroundColor: 'var(--bad-soft)' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--good-soft)' },
  '&.cm-merge-a .cm-changedText': { background: 'none', borderBottom: '2px solid var(--bad)' },
  '&.cm-merge-b .cm-changedText': { background: 'none', borderBottom: '2px solid var(--good)' },
  // The library's own sign is in few fonts.
  '.cm-collapsedLines': {
    background: 'var(--sunken)',
    color: 'var(--ink-2)',
    '&:before, &:after': { content: '"⋯"' },
  },
});
