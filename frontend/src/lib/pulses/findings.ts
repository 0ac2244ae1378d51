/** What a pulse survey found, as plots and tables take it. */
import type { PulseFindingsFragment } from '$lib/api';
import { region, t } from '$lib/i18n/index.svelte';
import { bandWords } from '$lib/plots/diverging';
import { barrierWords } from './words';

type Item = PulseFindingsFragment['items'][number];
type Change = PulseFindingsFragment['changes'][number];

const number = (value: number, signs?: 'exceptZero') =>
  new Intl.NumberFormat(region(), { maximumFractionDigits: 1, signDisplay: signs }).format(value);

/** "+0.6" */
export const changeWords = (change: number) => number(change, 'exceptZero');

/** "On average near “A good deal” (3.8 of 5), from 12 answers." */
export function meanSentence({ mean, answerCount, question }: Item): string | undefined {
  if (mean === null || answerCount === null) return undefined;
  const word = question.options[Math.round(mean) - 1] ?? '';
  const of = question.options.length;
  return t('pulse-mean', { word, mean: number(mean), of, count: answerCount });
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

/** "Most often: no time." */
export function barrierSentence(item: Item): string | undefined {
  const counted = barrierRows(item).filter(({ count }) => count !== null);
  const most = counted.reduce<(typeof counted)[number] | undefined>(
    (best, each) => ((each.count ?? 0) > (best?.count ?? 0) ? each : best),
    undefined,
  );
  return most && t('pulse-most', { name: most.name });
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
