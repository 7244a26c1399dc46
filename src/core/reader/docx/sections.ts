/** Sections of a Word file: where another document begins, or a page turned to landscape. */

import type { Block } from '../blocks.ts';
import type { Section, Story } from './state.ts';
import { attribute, numberOf } from './xml.ts';

export function openSection(story: Story): void {
  // A section cannot end inside a cell or a box.
  story.section = story.frames.length === 1 ? { marker: null, landscape: false, continuous: false } : null;
}

export function takeSection(story: Story, name: string, tag: string): void {
  const { section } = story;
  if (!section) return;
  if (name === 'w:type') section.continuous = attribute(tag, 'val') === 'continuous';
  else {
    const width = numberOf(tag, 'w', 1, 100_000) ?? 0;
    const height = numberOf(tag, 'h', 1, 100_000) ?? 1;
    section.landscape = attribute(tag, 'orient') === 'landscape' || width > height;
  }
}

/** A section's properties stand at its end: each marker belongs to the one that comes after it. */
export function withSections(blocks: Block[], sections: Section[]): Block[] {
  const dropped = new Set<Block>();
  for (const [index, section] of sections.entries()) {
    const next = sections[index + 1];
    if (!section.marker) continue;
    if (!next || (next.continuous && next.landscape === section.landscape)) dropped.add(section.marker);
    else section.marker.landscape = next.landscape;
  }
  return dropped.size === 0 ? blocks : blocks.filter((block) => !dropped.has(block));
}
