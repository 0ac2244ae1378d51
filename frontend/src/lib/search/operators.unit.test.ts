import { expect, test } from 'vitest';
import { operatorsOf, withOperator, without } from './operators';

const read = (query: string) =>
  operatorsOf(query).map(({ key, value, isExcluded }) => `${isExcluded ? '-' : ''}${key}=${value}`);

test('operators are found wherever they stand, quoted, excluded and in capitals', () => {
  expect(read('silence from:"Amara Okafor" -is:obsolete in:#guild FROM:me after:2026-05')).toEqual([
    'from=Amara Okafor',
    '-is=obsolete',
    'in=#guild',
    'from=me',
    'after=2026-05',
  ]);
  expect(read('„leise“ from:„Amara Okafor“')).toEqual(['from=Amara Okafor']);
});

test('what only looks like one is none', () => {
  for (const words of [
    'note: see http://a.example 10:30',
    'from: amara',
    'is:purple has:wings before:noon kind:x',
    '"from:amara"',
    'the "open quote from:amara',
    '',
    '   ',
    '-',
    '--',
  ])
    expect(read(words), words).toEqual([]);
});

test('one is taken out, and the rest stays as it was typed', () => {
  const query = 'quiet from:"Amara Okafor" -is:obsolete groups';
  const [first, second] = operatorsOf(query);
  expect(without(query, first!)).toBe('quiet -is:obsolete groups');
  expect(without(query, second!)).toBe('quiet from:"Amara Okafor" groups');
  expect(without('from:me', operatorsOf('from:me')[0]!)).toBe('');
});

test('one is added once', () => {
  expect(withOperator(' quiet ', 'is:verified')).toBe('quiet is:verified');
  expect(withOperator('quiet is:verified', 'is:verified')).toBe('quiet is:verified');
  expect(withOperator('', 'is:mine')).toBe('is:mine');
});
