/** A readable id nobody has yet, counting on from the highest `cart-<number>` in use. */
export function freshSessionId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/^cart-(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `cart-${Math.max(0, ...numbers) + 1}`;
}
