import type { Component, Snippet } from 'svelte';

export interface MenuItem {
  label: string;
  icon?: Component;
  detail?: string;
  isChecked?: boolean;
  isDangerous?: boolean;
  /** Opens a place; already resolved. */
  href?: string;
  run?: () => void;
}

/** Groups are divided by a line; a group may have a name. */
export interface MenuGroup {
  name?: string;
  items: MenuItem[];
}

export interface MenuProps {
  groups: MenuGroup[];
  /** Fetches what the groups are made of, before the menu opens. */
  ready?: () => Promise<void>;
  isOpen?: boolean;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  /** Spread the props on the button that opens it. */
  trigger: Snippet<[Record<string, unknown>]>;
}
