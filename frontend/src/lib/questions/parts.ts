/** The parts of a question's page that other conversations do not have. */
export { default as AnswerActs } from './AnswerActs.svelte';
export { QuestionDesk } from './desk.svelte';
export { default as QuestionDialogs } from './QuestionDialogs.svelte';
export { default as QuestionFacts } from './QuestionFacts.svelte';
export { default as QuestionSide } from './QuestionSide.svelte';
export { default as QuestionWay } from './QuestionWay.svelte';
export { default as TooButton } from './TooButton.svelte';
export { questionKeys } from './keys';
export { questionMenu } from './menu';
