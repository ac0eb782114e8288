import { expect, test } from 'vitest';
import { partOfGoal } from './goal-ring.tsx';

test('a goal is full when it is reached and not a paisa before', () => {
  expect(partOfGoal('0.00', '1500.00')).toBe(0);
  expect(partOfGoal('499.99', '1000.00')).toBe(49);
  expect(partOfGoal('1499.99', '1500.00')).toBe(99);
  expect(partOfGoal('1500.00', '1500.00')).toBe(100);
  expect(partOfGoal('9000000000000.00', '1500.00')).toBe(100);
});
