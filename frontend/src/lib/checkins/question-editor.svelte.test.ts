import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { QuestionDraft } from './defining.svelte';
import QuestionEditor from './QuestionEditor.svelte';

beforeEach(() => speakAlso('boards'));

const edit = (question: QuestionDraft, errors: Record<string, string> = {}) =>
  render(QuestionEditor, {
    question,
    slug: 'autumn',
    number: 2,
    errorOf: (field: string) => errors[field],
  });

test('what is wrong with a question stands at what it is about', async () => {
  edit(new QuestionDraft('SCALE', 'never\noften'), { options: 'A scale has 3 to 5 words.' });
  const words = page.getByLabelText('The words to choose among');
  await expect.element(words).toHaveAttribute('aria-invalid', 'true');
  await expect.element(words).toHaveAccessibleDescription(/^A scale has 3 to 5 words\./);
});
