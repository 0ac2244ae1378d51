/** What a pulse survey found, as plots and tables take it. */
import type { PulseFindingsFragment } from '$lib/api';
import { region, t } from '$lib/i18n/index.svelte';
import { bandWords, type Band } from '$lib/plots/diverging';
import { barrierWords } from './words';

type Item = PulseFindingsFragment['items'][number];
type Change = PulseFindingsFragment['changes'][number];

const number = (value: number, signs?: 'exceptZero') =>
  new Intl.NumberFormat(region(), { maximumFractionDigits: 1, signDisplay: signs }).format(value);

/** "+0.6" */
export const changeWords = (change: number) => number(change, 'exceptZero');

/** "5 “Not at all” to “A little”" */
function runWords({ choice, upTo, count }: Band, options: readonly string[]): string {
  const [from, to] = [options[choice] ?? '', options[upTo] ?? ''];
  return from === to ? t('pulse-step', { count, word: from }) : t('pulse-run', { count, from, to });
}

/**
 * "Answers: 5 “Not at all” to “A little”, 7 “Somewhat” to “Very much”. Mean of 12 answers: 3.8, on a scale
 * from 1 to 5." A mean is a number: no word that people chose stands for it.
 */
export function scaleSentence({ mean, answerCount, bands, question }: Item): string | undefined {
  if (mean === null || answerCount === null) return undefined;
  const { options } = question;
  const runs = (bands ?? []).map((band) => runWords(band, options)).join(', ');
  const spread = (bands ?? []).length > 1 ? [t('pulse-spread', { runs })] : [];
  const words = { mean: number(mean), of: options.length, count: answerCount };
  return [...spread, t('pulse-mean', words)].join(' ');
}

export const scaleRows = ({ bands, question }: Item) =>
  (bands ?? []).map((band) => [bandWords(band, question.options), band.count]);

/** The parts by their names; who did not say, and the others together, have a word. */
export const parts = ({ cuts }: Item) =>
  cuts.map(({ name, mean, answerCount }) => ({
    name: name === null ? t('pulse-others') : name || t('pulse-unsaid'),
    mean,
    count: answerCount,
  }));

export const cutRows = (item: Item) =>
  parts(item).map(({ name, mean, count }) => [name, mean, count]);

export const barrierRows = ({ barriers }: Item) =>
  (barriers ?? []).map(({ barrier, count }) => ({ name: barrierWords(barrier), count }));

/** "Most often named: no time (6)." What is withheld may have been named more often: then that is said. */
export function barrierSentence(item: Item): string | undefined {
  const all = barrierRows(item);
  const counted = all.flatMap(({ name, count }) => (count === null ? [] : [{ name, count }]));
  const count = Math.max(0, ...counted.map((each) => each.count));
  if (count === 0) return undefined;
  const named = counted.filter((each) => each.count === count).map(({ name }) => name);
  const names = new Intl.ListFormat(region()).format(named);
  return t('pulse-most', { shown: counted.length < all.length ? 'some' : 'all', names, count });
}

export interface Course {
  key: string;
  words: string;
  waves: { name: string; change: number | null; count: number | null }[];
  /** Why the last of them is not shown. */
  withheld: string | null;
}

/** The changes of each item, in the order of the waves, from where all began. */
export function courses(changes: readonly Change[]): Course[] {
  const keys = [...new Set(changes.map(({ key }) => key))];
  return keys.map((key) => {
    const own = changes.filter((each) => each.key === key).sort((a, b) => a.wave - b.wave);
    return {
      key,
      words: own[0]!.words,
      withheld: own.at(-1)!.withheld,
      waves: [
        { name: t('pulse-wave', { wave: 0 }), change: 0, count: null },
        ...own.map(({ wave, change, count }) => ({
          name: t('pulse-wave', { wave }),
          change,
          count,
        })),
      ],
    };
  });
}

/** "After 90 days: +0.6 steps, from 9 people who answered both." */
export function courseSentence({ waves }: Course): string | undefined {
  const last = waves.slice(1).findLast(({ change, count }) => change !== null && count !== null);
  if (!last) return undefined;
  return t('pulse-change', {
    when: last.name,
    change: changeWords(last.change ?? 0),
    count: last.count ?? 0,
  });
}

export const courseRows = ({ waves }: Course) =>
  waves.slice(1).map(({ name, change, count }) => [name, change, count]);
