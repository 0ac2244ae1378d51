import { expect, test } from 'vitest';
import { plainText } from './html';

test('a post is one line of text in a list', () => {
  expect(plainText('<p>Quiet is <em>not</em></p><blockquote><p>agreement.</p></blockquote>')).toBe(
    'Quiet is not agreement.',
  );
});
