import { expect, test } from 'vitest';
import { Asking } from './asking.svelte';

test('a question that was begun is gone on with, with whom it was for', () => {
  const begun = new Asking();
  begun.reach = 'email';
  begun.name = 'Ruth Adler';
  begun.email = 'ruth@example.org';
  begun.question = 'How long do you wait?';
  const again = new Asking();
  again.take(begun.words);
  expect(again.colleague).toEqual({ email: 'ruth@example.org', name: 'Ruth Adler' });
  expect(again.question).toBe('How long do you wait?');
});
