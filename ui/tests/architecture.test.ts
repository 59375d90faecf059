import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');
const longestFile = 500;

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'));

type Arrow = { from: string; to: string };

/** Every import of the window's sources; `to` is a path inside `src`, or a package. */
function arrows(): Arrow[] {
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
    return [...found].map(([, to = '']) => ({ from, to: resolved(from, to) }));
  });
}

function resolved(from: string, to: string): string {
  return to.startsWith('.') ? relative('.', normalize(join(dirname(from), to))).replaceAll('\\', '/') : to;
}

/** The room of a path: `kit`, `lib`, `api`, `app`, or `features/stage`. */
function room(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'features' ? `features/${second}` : first;
}

const rooms: Record<string, RegExp> = {
  lib: /^lib$/,
  kit: /^(kit|lib)$/,
  api: /^(api|lib)$/,
  app: /^(app|api|kit|lib|features\/.*)$/,
};

function mayLeadTo({ from, to }: Arrow): boolean {
  const isOurs = /^(app|api|kit|lib|features|\.\.)(\/|$)/.test(to);
  const here = room(from);
  if (isOurs) {
    const isFakeHost = from === 'app/main.tsx' && to === '../tests/fake-host';
    const isTestData = /\.test\.tsx?$/.test(from) && to.startsWith('../tests/');
    const allowed = rooms[here] ?? /^(api|kit|lib)$/;
    return isFakeHost || isTestData || room(to) === here || allowed.test(room(to));
  }
  if (to.startsWith('@tauri-apps/')) return here === 'api';
  const isRouterOrQuery = /^@tanstack\/react-(router|query)/.test(to);
  return !(isRouterOrQuery && (here === 'kit' || here === 'lib'));
}

describe('the rooms of the window', () => {
  it('are found', () => expect(arrows().length).toBeGreaterThan(100));

  it('lean only on those they may', () => {
    const forbidden = arrows().filter((arrow) => !mayLeadTo(arrow));
    expect(forbidden).toEqual([]);
  });

  it('reach the generated bindings through api alone', () => {
    const reached = arrows().filter(({ from, to }) => to === 'api/bindings' && room(from) !== 'api');
    expect(reached).toEqual([]);
  });

  it('would notice a forbidden arrow', () => {
    const bad: Arrow[] = [
      { from: 'kit/Button.tsx', to: 'api/client' },
      { from: 'lib/time.ts', to: 'kit/Button' },
      { from: 'features/stage/Screen.tsx', to: 'features/rules/Screen' },
      { from: 'features/stage/Screen.tsx', to: 'app/router' },
      { from: 'features/stage/Screen.tsx', to: '@tauri-apps/api/core' },
      { from: 'kit/Rail.tsx', to: '@tanstack/react-router' },
      { from: 'kit/Rail.tsx', to: '../tests/fake-host' },
    ];
    expect(bad.filter(mayLeadTo)).toEqual([]);
  });
});

describe('files', () => {
  it(`have at most ${longestFile} lines`, () => {
    const long = files.filter((name) => {
      const lines = readFileSync(join(root, name), 'utf8').split('\n').length;
      return name !== 'api/bindings.ts' && lines > longestFile;
    });
    expect(long.filter((name) => name !== 'api/types.ts')).toEqual([]);
  });
});
