/** What is open while a story of a Word file is read. */

import type { Block, Paragraph, SectionBreak } from '../blocks.ts';
import type { OpenParagraph, ParagraphSources } from './paragraph.ts';
import type { RunProperties } from './styles.ts';
import type { OpenTable } from './tables.ts';

/** A container that blocks go into: the body, a cell, a text box. */
export type Frame = {
  blocks: Block[];
  part: Paragraph['part'];
  carried: OpenParagraph | null;
  owner: 'body' | 'cell' | 'box';
};
export type Section = { marker: SectionBreak | null; landscape: boolean; continuous: boolean };
/** `effective` is worked out at the first text of the run. */
export type OpenRun = { own: RunProperties; effective: RunProperties | null };

export type Story = {
  sources: ParagraphSources;
  frames: Frame[];
  tables: OpenTable[];
  paragraphs: { paragraph: OpenParagraph; boxes: Block[]; run: OpenRun | null }[];
  /** Which properties are being read: of a run, of a paragraph, of the mark that ends it. */
  within: 'run' | 'paragraph' | 'mark' | 'row' | 'cell' | null;
  /** Fields: whether their result has begun. */
  fields: { result: boolean }[];
  /** Contents kept in several forms: whether one was read, and how much there was before it. */
  alternatives: { chosen: boolean; before: number }[];
  sections: Section[];
  section: Section | null;
  page: number;
  rendered: boolean;
  blockCount: number;
};

export function newStory(part: Paragraph['part'], sources: ParagraphSources, rendered: boolean): Story {
  return {
    sources,
    frames: [{ blocks: [], part, carried: null, owner: 'body' }],
    tables: [],
    paragraphs: [],
    within: null,
    fields: [],
    alternatives: [],
    sections: [],
    section: null,
    page: 1,
    rendered,
    blockCount: 0,
  };
}
