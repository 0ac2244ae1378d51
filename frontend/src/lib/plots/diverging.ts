/** Runs of neighbouring steps of a scale, laid out around its middle. Pure. */

export interface Band {
  /** The first and the last step of it, from 0. */
  choice: number;
  upTo: number;
  count: number;
}

export interface Laid extends Band {
  /** Where it begins and ends as a share of everybody: what is below the middle is less than 0. */
  from: number;
  to: number;
}

/** How much of a run lies below the middle of a scale of so many steps. */
function below({ choice, upTo }: Band, steps: number): number {
  const middle = (steps - 1) / 2;
  const all = upTo - choice + 1;
  let lower = 0;
  for (let step = choice; step <= upTo; step += 1) {
    if (step < middle) lower += 1;
    else if (step === middle) lower += 0.5;
  }
  return lower / all;
}

/** Each run with its place; nothing where nobody answered. */
export function diverging(bands: readonly Band[], steps: number): Laid[] {
  const all = bands.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return [];
  const lower = bands.reduce((sum, band) => sum + band.count * below(band, steps), 0) / all;
  let at = -lower;
  return bands.map((band) => {
    const from = at;
    at += band.count / all;
    return { ...band, from, to: at };
  });
}

/** The words of a run: "Hardly, Somewhat". */
export const bandWords = ({ choice, upTo }: Band, options: readonly string[]) =>
  options.slice(choice, upTo + 1).join(', ');
