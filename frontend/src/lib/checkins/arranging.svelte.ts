import Presentation from '@lucide/svelte/icons/presentation';
import Tags from '@lucide/svelte/icons/tags';
import {
  CheckInBoardDoc,
  CreateCheckInThemeDoc,
  RemoveCheckInThemeDoc,
  TakeIntoSessionDoc,
  UpdateCheckInThemeDoc,
  mutate,
  refresh,
  type BoardAnswerFragment,
  type ThemeFieldsFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import type { MenuGroup } from '$lib/ui/menu';
import { toasts } from '$lib/ui/toasts.svelte';

/** What facilitators make of answers: themes by hand, and what is taken into a session. */
export class Arranging {
  /** The answer that is dragged. */
  dragged = $state<string>();
  over = $state<string>();
  #checkIn: string;
  #themes: () => readonly ThemeFieldsFragment[];

  constructor(checkIn: string, themes: () => readonly ThemeFieldsFragment[]) {
    this.#checkIn = checkIn;
    this.#themes = themes;
  }

  #again = () => refresh(CheckInBoardDoc, { id: this.#checkIn });

  /** Throws what the server refuses. */
  async create(title: string, answers: string[] = []) {
    await mutate(CreateCheckInThemeDoc, { input: { checkIn: this.#checkIn, title, answers } });
    this.#again();
  }

  async put(theme: ThemeFieldsFragment, answer: string, isIn: boolean) {
    const known = theme.answers.map(({ id }) => id).filter((id) => id !== answer);
    const answers = isIn ? [...known, answer] : known;
    const done = await attempt(() =>
      mutate(UpdateCheckInThemeDoc, { input: { theme: theme.id, answers } }),
    );
    this.#again();
    if (!done) return;
    const words = { theme: theme.title };
    toasts.say(isIn ? t('theme-put-toast', words) : t('theme-taken-toast', words), {
      action: {
        label: t('undo'),
        run: () => void this.put(done.updateCheckInTheme, answer, !isIn),
      },
    });
  }

  drop(theme: ThemeFieldsFragment) {
    const answer = this.dragged;
    this.dragged = undefined;
    this.over = undefined;
    if (answer) void this.put(theme, answer, true);
  }

  async remove(theme: ThemeFieldsFragment) {
    const input = { theme: theme.id };
    if (!(await attempt(() => mutate(RemoveCheckInThemeDoc, { input })))) return;
    this.#again();
    const answers = theme.answers.map(({ id }) => id);
    toasts.say(t('theme-removed-toast', { theme: theme.title }), {
      action: {
        label: t('undo'),
        run: () => void attempt(() => this.create(theme.title, answers)),
      },
    });
  }

  async take(what: { theme: string } | { answer: string }) {
    const input = { checkIn: this.#checkIn, ...what };
    if (!(await attempt(() => mutate(TakeIntoSessionDoc, { input })))) return;
    this.#again();
    toasts.say(t('taken-toast'));
  }

  /** What can be done with an answer. */
  menuOf(answer: BoardAnswerFragment): MenuGroup[] {
    const themes = this.#themes().map((theme) => {
      const isIn = theme.answers.some(({ id }) => id === answer.id);
      return {
        label: theme.title,
        icon: Tags,
        isChecked: isIn,
        run: () => void this.put(theme, answer.id, !isIn),
      };
    });
    const further = answer.takenInto
      ? []
      : [
          {
            label: t('take-into'),
            icon: Presentation,
            run: () => void this.take({ answer: answer.id }),
          },
        ];
    return [{ name: t('themes'), items: themes }, { items: further }].filter(
      ({ items }) => items.length > 0,
    );
  }
}
