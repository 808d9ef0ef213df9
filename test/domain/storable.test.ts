import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storable } from '../../domain/storable.ts';

it('leaves values alone that can be stored, and keeps their identity', () => {
  const value = { a: ['x', 1n, null, { b: '😀 é\n' }], c: undefined, d: true };
  expect(storable(value)).toBe(value);
});

it('replaces what cannot, and nothing else', () => {
  expect(storable({ a: ['x\0y', { b: '\ud83d!' }], c: '😀\udc00' })).toEqual({
    a: ['x\uFFFDy', { b: '\uFFFD!' }],
    c: '😀\uFFFD',
  });
});

it('whatever text comes survives the way through UTF-8, and a second time changes nothing', () => {
  const units = fc.array(fc.constantFrom(0, 0x41, 0xd83d, 0xde00, 0xdfff, 0xfffd), { maxLength: 6 });
  fc.assert(
    fc.property(units, (codes) => {
      const made = storable([String.fromCharCode(...codes)]);
      expect(storable(made)).toBe(made);
      expect(Buffer.from(made[0] ?? '').toString()).toBe(made[0]);
      expect(made[0]).not.toContain('\0');
    }),
  );
});
