/** What stands inside a run: text, breaks, symbols, fields. */

import { READ_LIMITS } from '../limits.ts';
import { addText, effectiveRun } from './paragraph.ts';
import type { Story } from './state.ts';
import { symbolOf } from './symbols.ts';
import { attribute } from './xml.ts';

/** Adds text to the open paragraph, unless it is a field's instruction. */
export function write(story: Story, text: string): void {
  const top = story.paragraphs.at(-1);
  if (!top) return;
  if (story.fields.length > 0 && story.fields.some((field) => !field.result)) return;
  const run = top.run;
  if (run) run.effective ??= effectiveRun(top.paragraph, run.own, story.sources.styles);
  addText(top.paragraph, text, run?.effective ?? {}, story.page);
}

/** Handles an element inside a run; none of them has content to leave out. */
export function openInline(story: Story, name: string, tag: string): void {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      write(story, '\t');
      break;
    case 'w:br': {
      const type = attribute(tag, 'type');
      write(story, '\n');
      if (type === 'page' && !story.rendered) story.page += 1;
      break;
    }
    case 'w:cr':
      write(story, '\n');
      break;
    case 'w:noBreakHyphen':
      write(story, '-');
      break;
    case 'w:softHyphen':
      // In TCVN3 this very code is a letter; the paragraph drops it elsewhere.
      write(story, '\u00ad');
      break;
    case 'w:sym': {
      const code = Number.parseInt(attribute(tag, 'char') ?? '', 16);
      if (!Number.isNaN(code)) write(story, symbolOf(attribute(tag, 'font') ?? '', code));
      break;
    }
    case 'w:lastRenderedPageBreak':
      if (story.rendered) story.page += 1;
      break;
    case 'w:fldChar': {
      const type = attribute(tag, 'fldCharType');
      if (type === 'begin' && story.fields.length < READ_LIMITS.nesting) story.fields.push({ result: false });
      const field = story.fields.at(-1);
      if (type === 'separate' && field) field.result = true;
      if (type === 'end') story.fields.pop();
    }
  }
}
