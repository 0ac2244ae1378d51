/** What became of a commitment, in the order in which the server counts it. */
export const OUTCOMES = ['DONE', 'CHANGED', 'OPEN'] as const;
