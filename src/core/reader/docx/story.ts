/**
 * The body of a Word file (or its footnotes, or comments) → blocks, in one pass over the XML. Deleted text of tracked
 * changes, instructions of fields, hidden text and the second copy of a text box are left out.
 */

import type { Block, Paragraph } from '../blocks.ts';
import { READ_LIMITS, ReadFailure } from '../limits.ts';
import { openInline, write } from './inline.ts';
import { closeParagraph, openParagraph, type ParagraphSources } from './paragraph.ts';
import { openSection, takeSection, withSections } from './sections.ts';
import { newStory, type Story } from './state.ts';
import { OLD_PROPERTIES, takeParagraphProperty, takeRunProperty } from './styles.ts';
import { closeCell, closeRow, closeTable, type OpenTable, openCell, openRow, openTable } from './tables.ts';
import { attribute, isOn, numberOf, scanXml } from './xml.ts';

export type StoryResult = { blocks: Block[]; lastPage: number };

const SKIPPED = new Set([
  ...OLD_PROPERTIES,
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:rt',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:ffData',
  'w:fldData',
  'm:rPr',
  'm:ctrlPr',
  'w:headerReference',
  'w:footerReference',
]);

/** Reads one story. `rendered`: Word noted where its pages broke, so that other breaks are not counted again. */
export function readStory(
  xml: string,
  part: Paragraph['part'],
  sources: ParagraphSources,
  rendered: boolean,
): StoryResult {
  const story = newStory(part, sources, rendered);
  const handler = {
    wantsText: false,
    text(text: string) {
      write(story, text);
    },
    open(name: string, tag: string): 'skip' | undefined {
      if (name === 'w:t' || name === 'm:t') handler.wantsText = true;
      else return open(story, name, tag) ? 'skip' : undefined;
      return undefined;
    },
    close(name: string) {
      if (name === 'w:t' || name === 'm:t') handler.wantsText = false;
      else close(story, name);
    },
  };
  scanXml(xml, handler);
  return { blocks: withSections(story.frames[0]?.blocks ?? [], story.sections), lastPage: story.page };
}

/** Handles an opening tag; true: leave out the whole element. */
function open(story: Story, name: string, tag: string): boolean {
  if (story.within !== null) return openProperty(story, name, tag);
  const top = story.paragraphs.at(-1);
  switch (name) {
    case 'w:p':
      story.paragraphs.push({ paragraph: openParagraph(), boxes: [], run: null });
      return false;
    case 'w:r':
    case 'm:r':
      if (top) top.run = { own: {}, effective: null };
      return false;
    case 'w:pPr':
      if (top) story.within = 'paragraph';
      return !top;
    case 'w:rPr':
      if (top?.run) story.within = 'run';
      return !top?.run;
    case 'w:trPr':
      story.within = 'row';
      return false;
    case 'w:tcPr':
      story.within = 'cell';
      return false;
    case 'w:del':
    case 'w:moveFrom':
      return true;
    case 'w:sectPr':
      openSection(story);
      return false;
    case 'w:type':
    case 'w:pgSz':
      takeSection(story, name, tag);
      return false;
    case 'w:footnote':
    case 'w:endnote': {
      const type = attribute(tag, 'type');
      return type !== null && type !== 'normal';
    }
    default:
      if (SKIPPED.has(name)) return true;
      if (openContainer(story, name)) return true;
      openInline(story, name, tag);
      return false;
  }
}

function openContainer(story: Story, name: string): boolean {
  switch (name) {
    case 'w:tbl':
      if (story.frames.length > READ_LIMITS.nesting) throw new ReadFailure('too-deep');
      story.tables.push(openTable());
      return false;
    case 'w:tr': {
      const table = story.tables.at(-1);
      if (table) openRow(table);
      return false;
    }
    case 'w:tc': {
      const table = story.tables.at(-1);
      if (!table?.row) return true;
      openCell(table);
      story.frames.push({ blocks: [], part: story.frames.at(-1)?.part ?? 'body', carried: null, owner: 'cell' });
      return false;
    }
    case 'w:txbxContent':
      if (story.frames.length > READ_LIMITS.nesting) throw new ReadFailure('too-deep');
      story.frames.push({ blocks: [], part: 'textbox', carried: null, owner: 'box' });
      return false;
    case 'mc:AlternateContent':
      story.alternatives.push({ chosen: false, before: amountRead(story) });
      return false;
    case 'mc:Choice':
    case 'mc:Fallback':
      // One content in several forms: the first that holds text is read.
      return story.alternatives.at(-1)?.chosen ?? false;
  }
  return false;
}

/** Inside w:pPr, w:rPr, w:trPr or w:tcPr. */
function openProperty(story: Story, name: string, tag: string): boolean {
  if (OLD_PROPERTIES.has(name)) return true;
  const top = story.paragraphs.at(-1);
  const table = story.tables.at(-1);
  switch (story.within) {
    case 'run':
      if (top?.run) takeRunProperty(top.run.own, name, tag);
      return false;
    case 'mark':
      if (top && (name === 'w:del' || name === 'w:moveFrom')) top.paragraph.markDeleted = true;
      return false;
    case 'row':
      if (!table?.row) return false;
      if (name === 'w:tblHeader') table.row.head = isOn(tag);
      else if (name === 'w:del') table.row.deleted = true;
      else if (name === 'w:gridBefore') table.row.column = numberOf(tag, 'val', 0, 63) ?? 0;
      return false;
    case 'cell':
      if (table?.cell) takeCellProperty(table.cell, name, tag);
      return false;
    default:
      break;
  }
  if (name === 'w:rPr') story.within = 'mark';
  else if (name === 'w:sectPr') openSection(story);
  else if (name === 'w:type' || name === 'w:pgSz') takeSection(story, name, tag);
  else if (top) takeParagraphProperty(top.paragraph.properties, name, tag);
  return false;
}

function takeCellProperty(cell: NonNullable<OpenTable['cell']>, name: string, tag: string): void {
  if (name === 'w:gridSpan') cell.span = numberOf(tag, 'val', 1, 63) ?? 1;
  else if (name === 'w:vMerge') cell.merge = attribute(tag, 'val') === 'restart' ? 'restart' : 'continue';
  else if (name === 'w:cellDel') cell.deleted = true;
}

function amountRead(story: Story): number {
  const top = story.paragraphs.at(-1);
  return top ? top.paragraph.length + top.boxes.length : (story.frames.at(-1)?.blocks.length ?? 0);
}

function close(story: Story, name: string): void {
  switch (name) {
    case 'w:p':
      endParagraph(story);
      break;
    case 'w:pPr':
      startOfParagraph(story);
      story.within = null;
      break;
    case 'w:rPr':
      story.within = story.within === 'mark' ? 'paragraph' : null;
      break;
    case 'w:trPr':
    case 'w:tcPr':
      story.within = null;
      break;
    case 'w:r':
    case 'm:r': {
      const top = story.paragraphs.at(-1);
      if (top) top.run = null;
      break;
    }
    case 'w:tc':
    case 'w:tr':
    case 'w:tbl':
      endTablePart(story, name);
      break;
    case 'w:txbxContent': {
      const frame = story.frames.pop();
      const top = story.paragraphs.at(-1);
      (top?.boxes ?? story.frames.at(-1)?.blocks)?.push(...(frame?.blocks ?? []));
      break;
    }
    case 'mc:Choice': {
      const alternative = story.alternatives.at(-1);
      if (alternative && amountRead(story) > alternative.before) alternative.chosen = true;
      break;
    }
    case 'mc:AlternateContent':
      story.alternatives.pop();
      break;
    case 'w:sectPr':
      if (story.section) story.sections.push(story.section);
      story.section = null;
  }
}

function startOfParagraph(story: Story): void {
  const properties = story.paragraphs.at(-1)?.paragraph.properties;
  if (properties?.pageBreakBefore && !story.rendered) story.page += 1;
}

function endParagraph(story: Story): void {
  const top = story.paragraphs.pop();
  const frame = story.frames.at(-1);
  if (!top || !frame) return;
  const { paragraph } = top;
  const carried = frame.carried;
  if (carried) {
    paragraph.stretches.unshift(...carried.stretches);
    paragraph.length += carried.length;
    paragraph.page = carried.page ?? paragraph.page;
    frame.carried = null;
  }
  if (paragraph.markDeleted) {
    frame.carried = paragraph;
    frame.blocks.push(...top.boxes);
    return;
  }
  story.blockCount += 1;
  if (story.blockCount > READ_LIMITS.blocks) throw new ReadFailure('too-large', { megabytes: 20 });
  frame.blocks.push(closeParagraph(paragraph, frame.part, story.page, story.sources), ...top.boxes);
  const last = story.sections.at(-1);
  if (last && last.marker === null && story.frames.length === 1) {
    last.marker = { kind: 'section', landscape: false };
    frame.blocks.push(last.marker);
  }
}

function endTablePart(story: Story, name: string): void {
  const table = story.tables.at(-1);
  if (!table) return;
  if (name === 'w:tr') closeRow(table);
  else if (name === 'w:tc') {
    if (story.frames.at(-1)?.owner === 'cell') closeCell(table, story.frames.pop()?.blocks ?? []);
  } else {
    story.tables.pop();
    story.frames.at(-1)?.blocks.push(...closeTable(table));
  }
}
