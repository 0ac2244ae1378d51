import { expect, test } from 'vitest';
import { partsOf } from './parts-of-a-story';

test('a story has a part between each two lines, with whatever is marked in it', () => {
  const html = '<p>One</p>\n<hr />\n<p><mark>Two</mark></p><hr><p>Three</p><hr/><p>Four</p>';
  expect(partsOf(html, 4)).toEqual([
    '<p>One</p>',
    '<p><mark>Two</mark></p>',
    '<p>Three</p>',
    '<p>Four</p>',
  ]);
});

test('one that has other parts by now is read as it is', () => {
  expect(partsOf('<p>One</p><hr><p>Two</p>', 4)).toBeUndefined();
});
