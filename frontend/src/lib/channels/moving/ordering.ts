/** What a moderator does to put conversations in order. */
export type Ordering = 'convert' | 'move' | 'split' | 'merge';
