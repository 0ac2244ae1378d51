import type { ViewerFieldsFragment } from '$lib/api';

type Preferences = ViewerFieldsFragment['preferences'];

const appearanceOf = ({ theme, textScale, readingFont, lessMotion }: Preferences) => ({
  theme: theme.toLowerCase(),
  textScale: textScale.toLowerCase(),
  readingFont: readingFont.toLowerCase(),
  lessMotion: String(lessMotion),
});

/** Shows the page as the person likes it, and keeps that for the first paint of the next visit. */
export function appear(preferences: Preferences) {
  const appearance = appearanceOf(preferences);
  Object.assign(document.documentElement.dataset, appearance);
  localStorage.setItem('appearance', JSON.stringify(appearance));
}
