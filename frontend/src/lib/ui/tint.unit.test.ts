import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './tint';

test('a person keeps the same tint', () => {
  expect(hueOf('Amara Okafor')).toBe(hueOf('Amara Okafor'));
});

test('the people of a cohort have different faces', () => {
  const names = ['Amara Okafor', 'Jonas Lindqvist', 'Priya Raman', 'Ines Duarte', 'Mei Wu'];
  expect(new Set(names.map(hueOf)).size).toBeGreaterThanOrEqual(4);
});

test('initials come from the first and the last name, in any script', () => {
  expect(initialsOf('Amara Okafor')).toBe('AO');
  expect(initialsOf('Tomás de la Herrera')).toBe('TH');
  expect(initialsOf('Madonna')).toBe('MA');
  expect(initialsOf('李 梅')).toBe('李梅');
});
