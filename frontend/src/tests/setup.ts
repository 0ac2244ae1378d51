import { beforeAll } from 'vitest';
import { speak } from '$lib/i18n/index.svelte';
import '$lib/styles/index.css';

beforeAll(() => speak('en'));
