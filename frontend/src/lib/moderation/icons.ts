import Check from '@lucide/svelte/icons/check';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import EyeOff from '@lucide/svelte/icons/eye-off';
import FolderInput from '@lucide/svelte/icons/folder-input';
import MessageCircleReply from '@lucide/svelte/icons/message-circle-reply';
import PenLine from '@lucide/svelte/icons/pen-line';
import ShieldAlert from '@lucide/svelte/icons/shield-alert';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import type { ModerationDecision } from '$lib/api';

const ICONS = {
  APPROVE: Check,
  VERIFY: ShieldCheck,
  CORRECT: ShieldAlert,
  EDIT: PenLine,
  MOVE: FolderInput,
  ASK_AUTHOR: MessageCircleReply,
  HIDE: EyeOff,
  NOTHING: CircleSlash,
};

export const decisionIcon = (decision: ModerationDecision) => ICONS[decision];
