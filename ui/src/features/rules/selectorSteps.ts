import { z } from 'zod';
import type { Json } from '../../lib/json';
import type { SelectorStep } from './document';

/** The steps of an item list as most lists have them: a filter, then a sorting, then the first so many. */
export type SimpleSteps = {
  /** Where the filter is among the steps. */
  filterAt: number | null;
  /** Whether the filter is a group of conditions, or one condition alone. */
  isGroup: boolean;
  sort: { expression: string; direction: 'asc' | 'desc' } | null;
  take: number | null;
};

const group = z.looseObject({
  type: z.literal('group'),
  operator: z.literal('all'),
  blocks: z.array(z.looseObject({ type: z.string() })),
});

const filterStep = z.strictObject({
  type: z.literal('filter'),
  predicate: z.union([group, z.looseObject({ type: z.literal('checkAttribute') })]),
});

const sortStep = z.strictObject({
  type: z.literal('sort'),
  fields: z.tuple([z.strictObject({ expression: z.string(), direction: z.enum(['asc', 'desc']) })]),
});

const takeStep = z.strictObject({
  type: z.literal('select'),
  operator: z.literal('many'),
  from: z.literal('start'),
  count: z.number().int().nonnegative(),
});

/** Reads the steps; `null` where there is more to them than the form can show. */
export function readSteps(steps: readonly SelectorStep[]): SimpleSteps | null {
  const rest = [...steps];
  const take = (shape: z.ZodType) => (shape.safeParse(rest[0]).success ? rest.shift() : undefined);
  const filter = take(filterStep);
  const sort = sortStep.safeParse(take(sortStep)).data?.fields[0] ?? null;
  const count = takeStep.safeParse(take(takeStep)).data?.count ?? null;
  const isGroup = group.safeParse(filter?.predicate).success;
  return rest.length > 0 ? null : { filterAt: filter ? 0 : null, isGroup, sort, take: count };
}

/** Writes the steps; the filter is taken over from the steps as they were. */
export function writeSteps({ filterAt, sort, take }: SimpleSteps, before: readonly SelectorStep[]): Json {
  const steps: Json[] = filterAt === null ? [] : before.slice(filterAt, filterAt + 1);
  if (sort) steps.push({ type: 'sort', fields: [sort] });
  if (take !== null) steps.push({ type: 'select', operator: 'many', from: 'start', count: take });
  return steps;
}
