import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/**
 * The range of text a JSON pointer (RFC 6901) names. Where the pointer goes further than the document does,
 * the deepest part that exists is named.
 */
export function rangeOfPointer(state: EditorState, pointer: string): { from: number; to: number } {
  const tree = ensureSyntaxTree(state, state.doc.length, longestParse) ?? syntaxTree(state);
  const root = tree.topNode;
  let node: SyntaxNode = root.firstChild ?? root;
  for (const step of pointerSteps(pointer)) {
    const next = childAt(state, node, step);
    if (!next) break;
    node = next;
  }
  return { from: node.from, to: Math.max(node.to, node.from) };
}

/** How long, in milliseconds, the text may be read to know its places beyond what is on screen. */
const longestParse = 200;

function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childAt(state: EditorState, node: SyntaxNode, step: string): SyntaxNode | null {
  if (node.name === 'Array') return arrayItem(node, Number(step));
  if (node.name !== 'Object') return null;
  for (const property of node.getChildren('Property')) {
    const name = property.getChild('PropertyName');
    if (name && propertyText(state.sliceDoc(name.from, name.to)) === step) return property.lastChild;
  }
  return null;
}

function arrayItem(node: SyntaxNode, index: number): SyntaxNode | null {
  let seen = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!jsonValues.has(child.name)) continue;
    if (seen === index) return child;
    seen += 1;
  }
  return null;
}

const jsonValues = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function propertyText(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
