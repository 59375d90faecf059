/** The order after some campaigns were put before or after another; they keep their order among themselves. */
export function moveIds(
  ids: readonly number[],
  moved: readonly number[],
  target: number,
  isAfter: boolean,
): number[] {
  if (moved.includes(target)) return [...ids];
  const rest = ids.filter((id) => !moved.includes(id));
  const taken = ids.filter((id) => moved.includes(id));
  return rest.toSpliced(rest.indexOf(target) + (isAfter ? 1 : 0), 0, ...taken);
}

/** The order after one campaign went one place earlier or later. */
export function stepId(ids: readonly number[], id: number, by: -1 | 1): number[] {
  const neighbour = ids[ids.indexOf(id) + by];
  return neighbour === undefined ? [...ids] : moveIds(ids, [id], neighbour, by === 1);
}
