import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttributeRow, bestOf, compareRows } from '../../domain/compare/compare-rows.ts';
import { canonicalJson } from '../../domain/identity.ts';
import type { RowJson } from '../../domain/present-row.ts';
import { rowJson } from '../support/row-json.ts';

const line = (lines: readonly AttributeRow[], name: string) => lines.find((one) => one.name === name);
const mib = (size: number | null) => ({ ...rowJson().memory, mib: size });
const transfer = (transferGb: number | null, unmetered: boolean | null) => ({ ...rowJson().network, transferGb, unmetered });

function compared(rows: Readonly<Record<string, Partial<RowJson>>>) {
  return compareRows(
    Object.entries(rows).map(([id, more]) => ({ id, row: rowJson(more) })),
    'EUR',
  );
}

describe('rows side by side', () => {
  it('differences come first, in the order of the table', () => {
    const lines = compared({ a: {}, b: { memory: mib(4096), name: 'B' } });
    expect(lines.filter(({ same }) => !same).map(({ name }) => name)).toEqual(['name', 'memory.mib']);
    expect(lines.slice(0, 2).map(({ name }) => name)).toEqual(['name', 'memory.mib']);
    expect(line(lines, 'memory.mib')).toMatchObject({
      values: { a: 2048, b: 4096 },
      best: { ids: ['b'], reason: 'more memory' },
    });
    expect(line(lines, 'name')?.best).toBeNull();
  });

  it('marks all that tie, none where nothing is known to be worse, and never what is not known', () => {
    const best = (...sizes: readonly (number | null)[]) =>
      line(compared(Object.fromEntries(sizes.map((size, index) => [`r${index}`, { memory: mib(size) }]))), 'memory.mib')?.best
        ?.ids ?? null;
    expect(best(1024, 4096, 4096)).toEqual(['r1', 'r2']);
    expect(best(4096, 4096)).toBeNull();
    expect(best(4096, null)).toBeNull();
    expect(best(4096, null, 1024)).toEqual(['r0']);
    expect(best(null, null)).toBeNull();
  });

  it('knows better where it is defined: dedicated over shared, unmetered over any amount, the lower price, the kind of disk', () => {
    const { cpu, storage, comparable } = rowJson();
    const lines = compared({
      a: { cpu: { ...cpu, resourceModel: 'burst' }, network: transfer(9000, false), storage: { ...storage, type: 'ssd' } },
      b: { cpu: { ...cpu, resourceModel: 'dedicated' }, network: transfer(null, true), storage: { ...storage, type: 'network' } },
      c: { cpu: { ...cpu, resourceModel: 'shared' }, comparable: comparable && { ...comparable, perMonth: '12.00' } },
    });
    const marked = (name: string) => line(lines, name)?.best?.ids;
    expect(marked('cpu.resourceModel')).toEqual(['b']);
    expect(line(lines, 'network.transferGb')).toMatchObject({ values: { a: 9000, b: 'unmetered' }, best: { ids: ['b'] } });
    expect(marked('storage.type')).toEqual(['c']);
    expect(marked('comparable.perMonth')).toEqual(['a', 'b']);
    expect(line(compared({ a: { cpu: { ...cpu, resourceModel: 'burst' } }, b: {} }), 'cpu.resourceModel')?.best).toBeNull();
  });
});

describe('any rows', () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      mib: fc.constantFrom(null, 1024, 2048),
      vcpu: fc.constantFrom(null, 0.5, 2),
      model: fc.constantFrom('dedicated' as const, 'shared' as const, 'unknown' as const),
      perMonth: fc.constantFrom(null, '5.00', '4.999999', '12.00'),
    }),
    { selector: ({ id }) => id, minLength: 2 },
  );
  const built = (made: {
    id: string;
    mib: number | null;
    vcpu: number | null;
    model: 'dedicated' | 'shared' | 'unknown';
    perMonth: string | null;
  }) => {
    const { cpu, comparable } = rowJson();
    const row = rowJson({
      memory: mib(made.mib),
      cpu: { ...cpu, vcpu: made.vcpu, resourceModel: made.model },
      comparable: made.perMonth === null || comparable === null ? null : { ...comparable, perMonth: made.perMonth },
    });
    return { id: made.id, row };
  };
  const unordered = (lines: readonly AttributeRow[]) =>
    canonicalJson(lines.map((one) => ({ ...one, best: one.best && { ...one.best, ids: one.best.ids.toSorted() } })));

  it('are the same in any order of ids', () => {
    fc.assert(
      fc.property(rows, (made) => {
        const asked = made.map(built);
        expect(unordered(compareRows(asked.toReversed(), 'EUR'))).toBe(unordered(compareRows(asked, 'EUR')));
      }),
    );
  });

  it('are the same in a line if and only if all values are equal, and then none is best', () => {
    fc.assert(
      fc.property(rows, (made) => {
        for (const { same, values, best } of compareRows(made.map(built), 'EUR')) {
          const [first, ...others] = Object.values(values).map(canonicalJson);
          expect(same).toBe(others.every((other) => other === first));
          if (same) expect(best).toBeNull();
          for (const id of best?.ids ?? []) expect([null, 'unknown']).not.toContain(values[id]);
        }
      }),
    );
  });

  it('have as best what nothing known beats, all of it', () => {
    const ranks = fc.uniqueArray(fc.record({ id: fc.string(), rank: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(ranks, (ranked) => {
        const known = ranked.flatMap(({ rank }) => rank ?? []);
        const top = Math.max(...known);
        const expected = known.some((rank) => rank < top) ? ranked.filter(({ rank }) => rank === top).map(({ id }) => id) : [];
        expect(bestOf(ranked)).toEqual(expected);
      }),
    );
  });
});
