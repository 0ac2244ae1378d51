import BookOpen from '@lucide/svelte/icons/book-open';
import ExternalLink from '@lucide/svelte/icons/external-link';
import FileText from '@lucide/svelte/icons/file-text';
import type { PreWorkKind } from '$lib/api';

const ICONS = { LINK: ExternalLink, FILE: FileText, READING: BookOpen };

export const preWorkIcon = (kind: PreWorkKind) => ICONS[kind];
