/** Answers of a board, gathered by who gave them, in columns by the first scale. Pure. */
import type { BoardAnswerFragment } from '$lib/api';

interface Question {
  question: { id: string; kind: string; options: readonly string[] };
  answers: readonly BoardAnswerFragment[];
}

export interface Answers {
  person: NonNullable<BoardAnswerFragment['person']>;
  answers: BoardAnswerFragment[];
  sentAt: string | null;
}

export interface Column {
  key: string;
  /** Nothing for those who chose none of the words. */
  title?: string;
  people: Answers[];
}

/** Everybody who answered by name, the newest first. */
export function byPerson(questions: readonly Question[]): Answers[] {
  const people = new Map<string, Answers>();
  for (const answer of questions.flatMap(({ answers }) => answers)) {
    const { person, sentAt } = answer;
    if (!person) continue;
    const known = people.get(person.id) ?? { person, answers: [], sentAt };
    known.answers.push(answer);
    people.set(person.id, known);
  }
  return [...people.values()].sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''));
}

/** The scale that columns follow: the first that is answered by name. */
export const scaleOf = (questions: readonly Question[]) =>
  questions.find(({ question, answers }) => question.kind === 'SCALE' && answers.length > 0);

/** One column for each word of the first scale that is answered by name; nothing where there is none. */
export function columnsOf(questions: readonly Question[]): Column[] | undefined {
  const scale = scaleOf(questions);
  if (!scale) return undefined;
  const { id, options } = scale.question;
  const people = byPerson(questions);
  const chosen = ({ answers }: Answers) =>
    answers.find(({ question }) => question.id === id)?.choice ?? undefined;
  const columns: Column[] = options.map((title, at) => ({
    key: String(at),
    title,
    people: people.filter((each) => chosen(each) === at),
  }));
  const rest = people.filter((each) => chosen(each) === undefined);
  return rest.length > 0 ? [...columns, { key: 'none', people: rest }] : columns;
}
