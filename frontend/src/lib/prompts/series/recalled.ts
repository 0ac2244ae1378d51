import type { SeriesFieldsFragment } from '$lib/api';

type Counts = NonNullable<SeriesFieldsFragment['questions'][number]['counts']>;

/** Who knew it, who knew a part, who did not yet, and who answered and said nothing of it. */
export const partsOf = ({ answered, knew, partly, notYet }: Counts): number[] => [
  knew,
  partly,
  notYet,
  Math.max(0, answered - knew - partly - notYet),
];

/** How often something was said of it at all, and how often that it was known. */
export function saidOf(all: readonly (Counts | null)[]) {
  const counts = all.filter((each) => each !== null);
  const sum = (of: (each: Counts) => number) => counts.reduce((total, each) => total + of(each), 0);
  return {
    knew: sum(({ knew }) => knew),
    count: sum((each) => each.knew + each.partly + each.notYet),
  };
}
