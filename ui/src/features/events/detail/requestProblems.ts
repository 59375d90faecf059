import type { FieldProblemView } from '../../../api/types';
import type { JsonProblem } from '../../../kit/JsonEditor';

/** A refused field is named as seen from the body's content; in the whole request it lies deeper. */
const prefixes = ['/body/customerSession', '/body/return', '/body', ''];

/** The same problems with their places in the whole request, so that they can be marked there. */
export function problemsIn(request: string, problems: readonly FieldProblemView[]): JsonProblem[] {
  const document = parsed(request);
  return problems.map(({ field, message }) => {
    const prefix = prefixes.find((candidate) => exists(document, candidate + field));
    return { pointer: prefix === undefined ? field : prefix + field, message };
  });
}

function exists(document: unknown, pointer: string): boolean {
  let here = document;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return false;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = Object.entries(here).find(([name]) => name === key);
    if (!next) return false;
    here = next[1];
  }
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
