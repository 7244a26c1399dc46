/**
 * A strict scanner for the XML inside Word files: one pass, no tree, no entities but the five of XML and character
 * numbers. A DOCTYPE is refused, since that is where entity bombs and external entities live.
 */

import { READ_LIMITS, ReadFailure } from '../limits.ts';

export type XmlHandler = {
  /** `tag` is the raw text between "<" and ">", for {@link attribute}. Answer 'skip' to leave out all of the element. */
  open(name: string, tag: string): 'skip' | undefined;
  close(name: string): void;
  /** Only called where `wantsText` says so. */
  text(text: string): void;
  wantsText: boolean;
};

/** Decodes a part: UTF-8 unless a byte order mark says UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Runs over the XML and tells the handler; throws {@link ReadFailure} when it is not well-formed or goes too deep. */
export function scanXml(xml: string, handler: XmlHandler): void {
  const rename = prefixOf(xml);
  const stack: string[] = [];
  /** Depth at which an element being skipped was opened, or -1. */
  let skipping = -1;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const textEnd = open < 0 ? xml.length : open;
    if (textEnd > at && handler.wantsText && skipping < 0) handler.text(unescapeXml(xml.slice(at, textEnd)));
    if (open < 0) break;
    const next = xml.charCodeAt(open + 1);
    if (next === 0x21 || next === 0x3f) {
      at = skipDeclaration(xml, open, handler, skipping < 0);
      continue;
    }
    const close = tagEnd(xml, open);
    if (next === 0x2f) {
      const name = xml.slice(open + 2, close).trimEnd();
      if (stack.pop() !== name) throw new ReadFailure('damaged');
      if (skipping < 0) handler.close(rename(name));
      else if (stack.length === skipping) skipping = -1;
    } else {
      const selfClosing = xml.charCodeAt(close - 1) === 0x2f;
      const tag = xml.slice(open + 1, selfClosing ? close - 1 : close);
      const name = nameOf(tag);
      if (skipping < 0) {
        const called = rename(name);
        const answer = handler.open(called, tag);
        if (selfClosing) {
          if (answer !== 'skip') handler.close(called);
        } else if (answer === 'skip') skipping = stack.length;
      }
      if (!selfClosing) {
        stack.push(name);
        if (stack.length > READ_LIMITS.xmlDepth) throw new ReadFailure('too-deep');
      }
    }
    at = close + 1;
  }
  if (stack.length > 0) throw new ReadFailure('damaged');
}

const WORD_SPACES =
  /xmlns:([A-Za-z][\w.-]{0,40})\s{0,9}=\s{0,9}["']http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main["']/;

/** Word writes "w:"; other producers may not. Names are told to the handler as if they had. */
function prefixOf(xml: string): (name: string) => string {
  const prefix = WORD_SPACES.exec(xml.slice(0, 8_000))?.[1] ?? 'w';
  if (prefix === 'w') return (name) => name;
  const wanted = `${prefix}:`;
  return (name) => (name.startsWith(wanted) ? `w:${name.slice(wanted.length)}` : name);
}

function nameOf(tag: string): string {
  for (let at = 0; at < tag.length; at++) {
    const code = tag.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) continue;
    if (at === 0) break;
    return tag.slice(0, at);
  }
  if (tag.trim() !== tag || tag === '') throw new ReadFailure('damaged');
  return tag;
}

/** The ">" that ends a tag, past any that stands in a quoted value. */
function tagEnd(xml: string, open: number): number {
  let close = xml.indexOf('>', open);
  if (close < 0) throw new ReadFailure('damaged');
  let from = open;
  let quote = 0;
  for (;;) {
    for (let at = from; at < close; at++) {
      const code = xml.charCodeAt(at);
      if (code !== 0x22 && code !== 0x27) continue;
      if (quote === 0) quote = code;
      else if (quote === code) quote = 0;
    }
    if (quote === 0) return close;
    from = close;
    close = xml.indexOf('>', close + 1);
    if (close < 0) throw new ReadFailure('damaged');
  }
}

/** Passes "<?…?>", "<!--…-->" and CDATA; answers where to go on. */
function skipDeclaration(xml: string, open: number, handler: XmlHandler, telling: boolean): number {
  const [until, length] = xml.startsWith('<!--', open) ? ['-->', 3] : xml.startsWith('<?', open) ? ['?>', 2] : ['', 0];
  if (until !== '') {
    const end = xml.indexOf(String(until), open + 2);
    if (end < 0) throw new ReadFailure('damaged');
    return end + Number(length);
  }
  if (!xml.startsWith('<![CDATA[', open)) throw new ReadFailure('xml-entities');
  const end = xml.indexOf(']]>', open);
  if (end < 0) throw new ReadFailure('damaged');
  if (telling && handler.wantsText) handler.text(xml.slice(open + 9, end));
  return end + 3;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][\w.-]{0,60});/g;

/** Replaces character references; one with a name of its own needs a DOCTYPE and is refused. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    const named = NAMED[name];
    if (named === undefined) throw new ReadFailure('xml-entities');
    return named;
  });
}

/** Value of an attribute in the raw text of a tag, by its name without prefix ("val" finds w:val), or null. */
export function attribute(tag: string, local: string): string | null {
  let at = 0;
  for (;;) {
    at = tag.indexOf(local, at);
    if (at < 0) return null;
    const before = tag.charCodeAt(at - 1);
    let end = at + local.length;
    at = end;
    // A blank or a prefix stands before the name, "=" and a quote behind it.
    if (before !== 0x3a && before !== 0x20 && before !== 0x0a && before !== 0x0d && before !== 0x09) continue;
    while (tag.charCodeAt(end) <= 0x20) end += 1;
    if (tag.charCodeAt(end) !== 0x3d) continue;
    end += 1;
    while (tag.charCodeAt(end) <= 0x20) end += 1;
    const quote = tag[end];
    if (quote !== '"' && quote !== "'") continue;
    const close = tag.indexOf(quote, end + 1);
    return close < 0 ? null : unescapeXml(tag.slice(end + 1, close));
  }
}

/** An on-off property: present without a value is on; "0", "false", "off" and "none" are off. */
export function isOn(tag: string): boolean {
  const value = attribute(tag, 'val');
  return value === null || !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}

/** Whole number of an attribute, within bounds, or null. */
export function numberOf(tag: string, local: string, least: number, most: number): number | null {
  const text = attribute(tag, local);
  if (text === null || !/^-?\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value < least || value > most ? null : value;
}
