import { expect, test } from 'vitest';
import * as presets from './country-presets.ts';
import { hindiLegalBasis } from './legal-basis-words.ts';

function basesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'legalBasis' && typeof part === 'string' ? [part] : basesOf(part),
  );
}

test('whatever a preset says a value rests on has words in Hindi', () => {
  const bases = [...new Set(basesOf({ ...presets }))];
  expect(bases.length).toBeGreaterThan(30);
  expect(bases.filter((basis) => !/[\u0900-\u097f]/.test(hindiLegalBasis(basis)))).toEqual([]);
});

test('what a society has written itself stays as it is', () => {
  expect(hindiLegalBasis('Resolution MC/2027/4')).toBe('Resolution MC/2027/4');
});
