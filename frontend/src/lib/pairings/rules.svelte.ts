import type { PairingFormat, PairingRulesInput, RuleFieldsFragment } from '$lib/api';

/** What counts for a good pair, in the order in which it is asked. */
export const WEIGHTS = ['complement', 'goal', 'site', 'level', 'novelty', 'fairness'] as const;

const GROUP = 3;
const PAIR = 2;

/** The rules of a round while they are written. */
export class Rules {
  format = $state<PairingFormat>('PAIRS');
  groupSize = $state<number | null>(GROUP);
  overlap = $state('60');
  cooldown = $state<number | null>(3);
  differentTeams = $state(false);
  notManager = $state(true);
  sharedLanguage = $state(true);
  trio = $state(true);
  weights = $state({ complement: 3, goal: 2, site: 1, level: 1, novelty: 5, fairness: 4 });

  constructor(known?: RuleFieldsFragment | null) {
    if (!known) return;
    this.format = known.format;
    this.groupSize = Math.max(GROUP, known.groupSize);
    this.overlap = String(known.minOverlapMinutes);
    this.cooldown = known.cooldownRounds;
    this.differentTeams = known.differentTeams;
    this.notManager = known.notManager;
    this.sharedLanguage = known.sharedLanguage;
    this.trio = known.trio;
    for (const weight of WEIGHTS) this.weights[weight] = known.weights[weight];
  }

  get input(): PairingRulesInput {
    const { format, differentTeams, notManager, sharedLanguage, trio } = this;
    return {
      format,
      groupSize: format === 'GROUPS' ? (this.groupSize ?? GROUP) : PAIR,
      minOverlapMinutes: Number(this.overlap),
      cooldownRounds: this.cooldown ?? 0,
      differentTeams,
      notManager,
      sharedLanguage,
      trio,
      weights: { ...this.weights },
    };
  }
}
