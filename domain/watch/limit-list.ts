/** Things by a limit each, of which a value reaches those with the highest limits. */

/** Items under their limits; sorted when first asked. */
export interface LimitList<Item> {
  readonly limits: number[];
  readonly items: Item[];
  sorted: boolean;
}

/** An empty list. */
export function limitList<Item>(): LimitList<Item> {
  return { limits: [], items: [], sorted: true };
}

/** Puts an item under its limit. */
export function addUnder<Item>(list: LimitList<Item>, limit: number, item: Item): void {
  const last = list.limits.at(-1);
  if (last !== undefined && limit > last) list.sorted = false;
  list.limits.push(limit);
  list.items.push(item);
}

/** How many items, from the first, have a limit of at least the value. */
export function reached<Item>(list: LimitList<Item>, value: number): number {
  if (!list.sorted) sort(list);
  const { limits } = list;
  let from = 0;
  let to = limits.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((limits[middle] as number) >= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sort<Item>(list: LimitList<Item>): void {
  const order = Array.from(list.limits, (limit, at) => ({ limit, item: list.items[at] as Item })).sort(
    (a, b) => b.limit - a.limit,
  );
  for (const [at, { limit, item }] of order.entries()) {
    list.limits[at] = limit;
    list.items[at] = item;
  }
  list.sorted = true;
}
