/** When something closes, the focus goes back to what opened it: what is loaded on demand has no trigger. */
export const focusBackTo = (opener: () => HTMLElement | null | undefined) => (event: Event) => {
  const element = opener();
  if (!element?.isConnected) return;
  event.preventDefault();
  element.focus();
};
