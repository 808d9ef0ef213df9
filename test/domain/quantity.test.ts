import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskGb, memoryMib, portMbps, transferGb } from '../../domain/quantity.ts';

const unit = fc.constantFrom('B', 'KiB', 'MiB', 'GiB', 'TiB', 'MB', 'GB', 'TB');
const size = fc.record({ amount: fc.double({ min: -1e18, max: 1e18, noNaN: true }), unit });

describe('quantities', () => {
  test.each([
    [{ amount: 1, unit: 'GiB' }, 1024],
    [{ amount: 1024, unit: 'MiB' }, 1024],
    [{ amount: 2147483648, unit: 'B' }, 2048],
    [{ amount: 0.5, unit: 'GiB' }, 512],
    [{ amount: 0, unit: 'MiB' }, null],
    [{ amount: -1, unit: 'MiB' }, null],
    [{ amount: 65, unit: 'TiB' }, null],
    [{ amount: Number.NaN, unit: 'MiB' }, null],
  ] as const)('memory %o is %s MiB', (amount, mib) => expect(memoryMib(amount)).toBe(mib));

  test.each([
    [{ amount: 25600, unit: 'MiB' }, 25],
    [{ amount: 20_000_000_000, unit: 'B' }, 20],
    [{ amount: 25, unit: 'GB' }, 25],
    [{ amount: 1, unit: 'TB' }, 1000],
    [{ amount: 1, unit: 'TiB' }, 1000],
    [{ amount: 0, unit: 'GB' }, 0],
    [{ amount: -1, unit: 'GB' }, null],
    [{ amount: 1e300, unit: 'GB' }, null],
  ] as const)('disk %o is advertised as %s GB', (amount, gb) => expect(diskGb(amount)).toBe(gb));

  test.each([
    [{ amount: 1000, unit: 'GB' }, 1000],
    [{ amount: 1024, unit: 'GiB' }, 1000],
    [{ amount: 512, unit: 'GiB' }, 500],
    [{ amount: 20, unit: 'TiB' }, 20_000],
    [{ amount: 3072, unit: 'GiB' }, 3000],
    [{ amount: 0, unit: 'GB' }, 0],
  ] as const)('transfer %o is advertised as %s GB', (amount, gb) => expect(transferGb(amount)).toBe(gb));

  test.each([
    [{ amount: 1000, unit: 'Mbit/s' }, 1000],
    [{ amount: 1, unit: 'Gbit/s' }, 1000],
    [{ amount: 200_000_000, unit: 'bit/s' }, 200],
    [{ amount: 512, unit: 'Kbit/s' }, 0.512],
    [{ amount: 0, unit: 'Mbit/s' }, null],
    [{ amount: -5, unit: 'Mbit/s' }, null],
  ] as const)('port %o is %s Mbps', (rate, mbps) => expect(portMbps(rate)).toBe(mbps));

  test('whatever the figure, the answer is a sound number or none', () => {
    fc.assert(
      fc.property(size, (amount) => {
        for (const value of [memoryMib(amount), diskGb(amount), transferGb(amount)])
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
        if (amount.amount < 0)
          expect([memoryMib(amount), diskGb(amount), transferGb(amount)].filter((value) => (value ?? 0) > 0)).toEqual([]);
      }),
    );
  });

  test('more is never less', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        unit,
        (a, b, of) => {
          for (const convert of [memoryMib, diskGb, transferGb]) {
            const [less, more] = [convert({ amount: Math.min(a, b), unit: of }), convert({ amount: Math.max(a, b), unit: of })];
            if (less !== null && more !== null) expect(less).toBeLessThanOrEqual(more);
          }
        },
      ),
    );
  });

  test('the same memory in MiB, GiB and bytes is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4096 }), (gib) => {
        const ways = [
          memoryMib({ amount: gib, unit: 'GiB' }),
          memoryMib({ amount: gib * 1024, unit: 'MiB' }),
          memoryMib({ amount: gib * 2 ** 30, unit: 'B' }),
        ];
        expect(new Set(ways)).toEqual(new Set([gib * 1024]));
      }),
    );
  });
});
