/** styles.xml: what a paragraph or a run inherits from its style, the styles above it and the document's defaults. */

import { attribute, isOn, numberOf, scanXml } from './xml.ts';

/** Properties of a run; undefined where nothing is said. */
export type RunProperties = {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  font?: string;
  /** Set by w:del or w:moveFrom: the text is struck out by a tracked change. */
  style?: string;
};

export type Alignment = 'left' | 'right' | 'center' | 'justify';

export type ParagraphProperties = {
  style?: string;
  align?: Alignment;
  /** Outline level from 0. */
  outline?: number;
  numbering?: string;
  level?: number;
  pageBreakBefore?: boolean;
};

type Style = {
  basedOn: string | null;
  name: string;
  run: RunProperties;
  paragraph: ParagraphProperties;
};

export type Styles = {
  /** Everything a paragraph style gives, inherited values included. */
  paragraph(id: string | undefined): { run: RunProperties; paragraph: ParagraphProperties; heading: number | null };
  character(id: string | undefined): RunProperties;
};

const ALIGNMENTS: Record<string, Alignment> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center',
  both: 'justify',
  distribute: 'justify',
};

/** Takes one child element of w:rPr into the properties. */
export function takeRunProperty(into: RunProperties, name: string, tag: string): void {
  switch (name) {
    case 'w:b':
      into.bold = isOn(tag);
      break;
    case 'w:i':
      into.italic = isOn(tag);
      break;
    case 'w:caps':
      into.caps = isOn(tag);
      break;
    case 'w:vanish':
      into.hidden = isOn(tag);
      break;
    case 'w:rStyle': {
      const style = attribute(tag, 'val');
      if (style) into.style = style;
      break;
    }
    case 'w:rFonts': {
      // Legacy codes lie above ASCII, where hAnsi counts.
      const font = attribute(tag, 'hAnsi') ?? attribute(tag, 'ascii');
      if (font) into.font = font;
      break;
    }
  }
}

/** Takes one child element of w:pPr (or of w:numPr in it) into the properties. */
export function takeParagraphProperty(into: ParagraphProperties, name: string, tag: string): void {
  switch (name) {
    case 'w:pStyle': {
      const style = attribute(tag, 'val');
      if (style) into.style = style;
      break;
    }
    case 'w:jc': {
      const align = ALIGNMENTS[attribute(tag, 'val') ?? ''];
      if (align) into.align = align;
      break;
    }
    case 'w:outlineLvl': {
      const level = numberOf(tag, 'val', 0, 9);
      if (level !== null) into.outline = level;
      break;
    }
    case 'w:numId': {
      const id = attribute(tag, 'val');
      if (id) into.numbering = id;
      break;
    }
    case 'w:ilvl': {
      const level = numberOf(tag, 'val', 0, 8);
      if (level !== null) into.level = level;
      break;
    }
    case 'w:pageBreakBefore':
      into.pageBreakBefore = isOn(tag);
      break;
  }
}

/** Elements that hold what was before a tracked change. */
export const OLD_PROPERTIES = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:numberingChange',
]);

type Sheet = { styles: Map<string, Style>; defaults: RunProperties; normal: string | undefined };

function readSheet(xml: string): Sheet {
  const sheet: Sheet = { styles: new Map(), defaults: {}, normal: undefined };
  let current: Style | null = null;
  let inRun = false;
  let inDefaults = false;
  scanXml(xml, {
    wantsText: false,
    text() {},
    open(name, tag) {
      if (OLD_PROPERTIES.has(name) || name === 'w:tblStylePr') return 'skip';
      if (name === 'w:style') {
        current = { basedOn: null, name: '', run: {}, paragraph: {} };
        const id = attribute(tag, 'styleId');
        if (id) sheet.styles.set(id, current);
        const isDefault = attribute(tag, 'default');
        if (id && attribute(tag, 'type') === 'paragraph' && isDefault !== null && isDefault !== '0') sheet.normal = id;
      } else if (name === 'w:rPrDefault') inDefaults = true;
      else if (name === 'w:rPr') inRun = true;
      else if (current && name === 'w:basedOn') current.basedOn = attribute(tag, 'val');
      else if (current && name === 'w:name') current.name = attribute(tag, 'val') ?? '';
      else if (inRun && (current || inDefaults)) takeRunProperty(current ? current.run : sheet.defaults, name, tag);
      else if (current) takeParagraphProperty(current.paragraph, name, tag);
      return undefined;
    },
    close(name) {
      if (name === 'w:rPr') inRun = false;
      else if (name === 'w:style') current = null;
      else if (name === 'w:rPrDefault') inDefaults = false;
    },
  });
  return sheet;
}

const DEEPEST_STYLE = 30;

/** Reads styles.xml; without one (`null`) nothing is inherited. */
export function readStyles(xml: string | null): Styles {
  const sheet: Sheet = xml === null ? { styles: new Map(), defaults: {}, normal: undefined } : readSheet(xml);

  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = [];
    let next = id;
    while (next !== undefined && found.length < DEEPEST_STYLE) {
      const style = sheet.styles.get(next);
      if (!style || found.includes(style)) break;
      found.unshift(style);
      next = style.basedOn ?? undefined;
    }
    return found;
  };

  const paragraphs = new Map<string, ReturnType<Styles['paragraph']>>();
  const characters = new Map<string, RunProperties>();
  return {
    paragraph(id) {
      const wanted = id !== undefined && sheet.styles.has(id) ? id : sheet.normal;
      const cached = paragraphs.get(wanted ?? '');
      if (cached) return cached;
      const styles = chain(wanted);
      const paragraph: ParagraphProperties = Object.assign({}, ...styles.map((style) => style.paragraph));
      const run: RunProperties = Object.assign({}, sheet.defaults, ...styles.map((style) => style.run));
      const answer = { run, paragraph, heading: headingOf(paragraph, styles.at(-1)?.name) };
      paragraphs.set(wanted ?? '', answer);
      return answer;
    },
    character(id) {
      if (id === undefined) return {};
      const cached = characters.get(id);
      if (cached) return cached;
      const run: RunProperties = Object.assign({}, ...chain(id).map((style) => style.run));
      characters.set(id, run);
      return run;
    },
  };
}

function headingOf(paragraph: ParagraphProperties, name: string | undefined): number | null {
  if (paragraph.outline !== undefined) return paragraph.outline < 9 ? paragraph.outline + 1 : null;
  const level = /^heading ([1-9])$/i.exec(name ?? '')?.[1];
  return level ? Number(level) : null;
}
