import type { MisconceptionFieldsFragment, Severity } from '$lib/api';

export const SEVERITIES: readonly Severity[] = ['INFORMATION', 'PRACTICE', 'SAFETY', 'COMPLIANCE'];

/** What waits for no window, and needs a second person. */
export const isGrave = (severity: Severity) => severity === 'SAFETY' || severity === 'COMPLIANCE';

const SOURCES_MAX = 5;

type Written = Pick<
  MisconceptionFieldsFragment,
  'claim' | 'misses' | 'holds' | 'sources' | 'severity' | 'objective'
>;

/** The three parts of a correction while they are being written. */
export class CorrectionWords {
  claim = $state('');
  misses = $state('');
  holds = $state('');
  severity = $state<Severity>('PRACTICE');
  objective = $state('');
  sources = $state([{ title: '', url: '' }]);

  constructor(written?: Written) {
    if (!written) return;
    const { claim, misses, holds, severity, objective, sources } = written;
    Object.assign(this, { claim, misses, holds, severity, objective: objective?.id ?? '' });
    const known = sources.map(({ title, url }) => ({ title, url: url ?? '' }));
    this.sources = known.length > 0 ? known : this.sources;
  }

  get canHaveMore() {
    return this.sources.length < SOURCES_MAX;
  }

  another() {
    this.sources.push({ title: '', url: '' });
  }

  without(index: number) {
    this.sources.splice(index, 1);
    if (this.sources.length === 0) this.another();
  }

  /** As it would be read. */
  get said() {
    const { claim, misses, holds } = this;
    return { claim, misses, holds, sources: this.#named };
  }

  /** As the server takes it. */
  get input() {
    const { claim, misses, holds, severity } = this;
    const objective = this.objective || null;
    return { claim, misses, holds, severity, objective, sources: this.#named };
  }

  get #named() {
    return this.sources
      .filter(({ title, url }) => title.trim() || url.trim())
      .map(({ title, url }) => ({ title: title.trim() || url.trim(), url: url.trim() || null }));
  }
}
