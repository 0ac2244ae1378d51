import type { AheadFieldsFragment } from '$lib/api';

/** What these ask is typed one question a line; after `::` stand the words of a scale, or the answer. */
const ASKING = ['open_check_in', 'space_prompts'];

export interface AskedAhead {
  words: string;
  /** The words of a scale. The answer to a question is nobody's to read before theirs. */
  options: string[];
}

/** The questions that a step will ask; nothing where it says something instead. */
export function questionsIn({ step, body }: AheadFieldsFragment): AskedAhead[] | undefined {
  if (!ASKING.includes(step.action)) return undefined;
  const lines = (body ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [words = '', rest = ''] = line.split(/::(.*)/s);
    const scale = step.action === 'open_check_in' ? rest.split('|') : [];
    return { words: words.trim(), options: scale.map((each) => each.trim()).filter(Boolean) };
  });
}
