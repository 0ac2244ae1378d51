import { createRawSnippet, type Snippet } from 'svelte';

/** Words as a snippet, for components that show what they are given. */
export const words = (text: string): Snippet =>
  createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
