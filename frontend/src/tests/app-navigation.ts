import { vi } from 'vitest';

export const goto = vi.fn(async () => {});
export const invalidateAll = vi.fn(async () => {});
