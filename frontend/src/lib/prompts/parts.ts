/** The parts of a prompt's page that other conversations do not have. */
export { Asked } from './asked.svelte';
export { default as PromptFacts } from './PromptFacts.svelte';
export { default as PromptSide } from './PromptSide.svelte';
export { default as PromptWay } from './PromptWay.svelte';
export { promptMenu } from './menu';
