import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import CopyCheck from '@lucide/svelte/icons/copy-check';
import EyeOff from '@lucide/svelte/icons/eye-off';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import UserRoundPlus from '@lucide/svelte/icons/user-round-plus';
import UserRoundSearch from '@lucide/svelte/icons/user-round-search';
import UserRoundX from '@lucide/svelte/icons/user-round-x';
import { t } from '$lib/i18n/index.svelte';
import type { MenuItem } from '$lib/ui/menu';
import type { QuestionDesk } from './desk.svelte';

/** What this person can do with this question, in the menu beside its title. */
export function questionMenu(
  desk: QuestionDesk,
  opener: () => HTMLElement | undefined,
): MenuItem[] {
  const { thread, question } = desk;
  const can = question.viewerCan;
  const isClosed = question.state === 'CLOSED' || thread.withdrawnAt !== null;
  const offered = (isOffered: boolean, item: MenuItem) => (isOffered ? [item] : []);
  const show = (kind: 'invite' | 'park' | 'duplicate' | 'reveal') => () =>
    desk.show({ kind }, opener());
  return [
    ...offered(can.invite && !isClosed, {
      label: t('question-invite'),
      icon: UserRoundPlus,
      run: show('invite'),
    }),
    ...offered(can.park && !isClosed, {
      label: t('question-park'),
      icon: CalendarPlus,
      run: show('park'),
    }),
    ...offered(can.close && !isClosed, {
      label: t('question-duplicate'),
      icon: CopyCheck,
      run: show('duplicate'),
    }),
    ...offered((can.close || can.withdraw) && isClosed, {
      label: t('question-reopen'),
      icon: RotateCcw,
      run: () => void desk.reopen(),
    }),
    ...offered(can.reveal && thread.isNameless && !thread.viewerIsAuthor, {
      label: t('question-reveal'),
      icon: UserRoundSearch,
      run: show('reveal'),
    }),
    ...offered(can.hideName && !thread.isNameless, {
      label: t('question-hide-name'),
      icon: UserRoundX,
      run: () => void desk.hideName(),
    }),
    ...offered(can.withdraw && !isClosed, {
      label: t('question-withdraw'),
      icon: EyeOff,
      isDangerous: true,
      run: () => void desk.withdraw(),
    }),
  ];
}
