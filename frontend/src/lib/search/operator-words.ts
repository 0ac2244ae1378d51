import { t } from '$lib/i18n/index.svelte';
import type { MenuGroup, MenuItem } from '$lib/ui/menu';
import { KINDS, withOperator, type Operator } from './operators';

/** What an operator asks for: "Written by amara", "Not: corrected". */
export function operatorWords({ key, value, isExcluded }: Operator): string {
  const words = plainWords(key, value);
  return isExcluded ? t('search-not', { words }) : words;
}

function plainWords(key: string, value: string): string {
  const word = value.toLowerCase();
  const isMine = (key === 'is' && word === 'mine') || (key === 'from' && word === 'me');
  if (isMine) return t('search-mine');
  if (key === 'kind') return t('search-kind', { kind: kindOf(word) });
  if (key === 'is' || key === 'has') return t('search-mark', { mark: word });
  return t('search-operator', { key, value: value.replace(/^[@#]/, '') });
}

const kindOf = (word: string) => KINDS.find((kind) => word === kind || word === `${kind}s`) ?? word;

interface Ways {
  onask: (query: string) => void;
  onbegin: (query: string) => void;
}

/** Operators that can be added, in groups. A name is typed after its colon. */
export function toAdd(query: string, { onask, onbegin }: Ways): MenuGroup[] {
  const fixed = (operator: string, label: string): MenuItem => ({
    label,
    run: () => onask(withOperator(query, operator)),
  });
  const named = (key: string): MenuItem => ({
    label: t('search-named', { key }),
    detail: `${key}:`,
    run: () => onbegin(withOperator(query, `${key}:`)),
  });
  return [
    {
      name: t('search-of', { of: 'MARK' }),
      items: [
        ...['unanswered', 'verified', 'corrected'].map((mark) =>
          fixed(`is:${mark}`, t('search-mark', { mark })),
        ),
        fixed('has:file', t('search-mark', { mark: 'file' })),
        fixed('is:mine', t('search-mine')),
      ],
    },
    {
      name: t('search-of', { of: 'KIND' }),
      items: KINDS.map((kind) => fixed(`kind:${kind}`, t('search-kind', { kind }))),
    },
    {
      name: t('search-by-name'),
      items: ['from', 'in', 'session', 'tag', 'after', 'before'].map(named),
    },
  ];
}
