import { speakAlso } from '$lib/i18n/index.svelte';

export const load = () => speakAlso('security');
