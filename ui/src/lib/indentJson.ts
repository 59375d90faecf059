/**
 * JSON text laid out with two spaces, every number and text kept letter for letter, as parsing and printing
 * again would not keep them. Text that is not JSON comes back with odd line breaks but whole.
 */
export function indentJson(text: string): string {
  let depth = 0;
  let laid = '';
  for (const [part] of text.matchAll(parts)) {
    if (part === '{' || part === '[') {
      depth += 1;
      laid += `${part}${newLine(depth)}`;
    } else if (part === '}' || part === ']') {
      depth = Math.max(0, depth - 1);
      laid = /[{[]\s*$/.test(laid) ? `${laid.trimEnd()}${part}` : `${laid}${newLine(depth)}${part}`;
    } else if (part === ',') laid += `,${newLine(depth)}`;
    else if (part === ':') laid += ': ';
    else laid += part;
  }
  return laid;
}

/** The same JSON on one line. A text inside JSON holds no line break, so only layout goes. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

const parts = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"/g;

function newLine(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}
