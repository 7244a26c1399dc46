/**
 * Counts the steps a backtracking matcher takes, to see whether a regular expression grows faster than its input. A
 * plain interpreter of the pattern's tree: slow, but every step is one comparison or one choice.
 */

import { type AST, RegExpParser } from '@eslint-community/regexpp';

class TooManySteps extends Error {}

type Count = { steps: number; most: number };
/** Goes on matching at a place; false: this way leads nowhere. */
type Next = (at: number) => boolean;

export type Matcher = {
  /** Steps of a search through the whole text that finds every match; `most` and above are not counted further. */
  steps(text: string, most: number): number;
  pattern: AST.Pattern;
};

/** Makes a matcher of a pattern; throws for what it cannot interpret. */
export function matcherOf(source: string, flags: string): Matcher {
  const parser = new RegExpParser();
  const unicode = flags.includes('u');
  const pattern = parser.parsePattern(source, 0, source.length, { unicode, unicodeSets: flags.includes('v') });
  const sticky = flags.includes('y');
  return {
    pattern,
    steps(text, most) {
      const count: Count = { steps: 0, most };
      const letters = unicode ? [...text] : text.split('');
      const run: Run = { letters, count, flags, tests: new Map() };
      try {
        let at = 0;
        while (at <= letters.length) {
          const reached: { end: number } = { end: -1 };
          const found = alternatives(run, pattern.alternatives, at, (end) => {
            reached.end = end;
            return true;
          });
          if (sticky) break;
          at = found ? Math.max(reached.end, at + 1) : at + 1;
        }
      } catch (error) {
        // So deep a nest of choices that the stack is full: beyond counting.
        if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
        if (!(error instanceof TooManySteps)) throw error;
      }
      return count.steps;
    },
  };
}

type Run = { letters: string[]; count: Count; flags: string; tests: Map<string, (letter: string) => boolean> };

function step(run: Run): void {
  run.count.steps += 1;
  if (run.count.steps >= run.count.most) throw new TooManySteps();
}

function alternatives(run: Run, choices: readonly AST.Alternative[], at: number, next: Next): boolean {
  for (const choice of choices) {
    step(run);
    if (sequence(run, choice.elements, 0, at, next)) return true;
  }
  return false;
}

function sequence(run: Run, elements: readonly AST.Element[], index: number, at: number, next: Next): boolean {
  const element = elements[index];
  if (!element) return next(at);
  return one(run, element, at, (end) => sequence(run, elements, index + 1, end, next));
}

function one(run: Run, element: AST.Element, at: number, next: Next): boolean {
  step(run);
  switch (element.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const letter = run.letters[at];
      return letter !== undefined && testOf(run, element)(letter) && next(at + 1);
    }
    case 'Group':
    case 'CapturingGroup':
      return alternatives(run, element.alternatives, at, next);
    case 'Quantifier':
      return quantified(run, element, at, next);
    case 'Assertion':
      return asserted(run, element, at) && next(at);
    case 'Backreference':
      throw new Error('backreferences are not counted');
  }
}

/** Simple elements are repeated in a loop, so that a long run does not fill the stack. */
function quantified(run: Run, { element, min, max, greedy }: AST.Quantifier, at: number, next: Next): boolean {
  if (!('alternatives' in element) && element.type !== 'Backreference') {
    const fits = testOf(run, element);
    let count = 0;
    const letter = () => run.letters[at + count];
    const more = () => {
      step(run);
      const value = letter();
      if (value === undefined || !fits(value)) return false;
      count += 1;
      return true;
    };
    while (count < min) if (!more()) return false;
    if (!greedy) {
      for (;;) {
        if (next(at + count)) return true;
        if (count >= max || !more()) return false;
      }
    }
    while (count < max && more());
    for (; count >= min; count--) {
      step(run);
      if (next(at + count)) return true;
    }
    return false;
  }
  const repeat = (from: number, done: number): boolean => {
    step(run);
    const again = () => done < max && one(run, element, from, (end) => end > from && repeat(end, done + 1));
    if (done < min) return again();
    return greedy ? again() || next(from) : next(from) || again();
  };
  return repeat(at, 0);
}

function asserted(run: Run, assertion: AST.Assertion, at: number): boolean {
  const { letters, flags } = run;
  const lines = flags.includes('m');
  const isWord = (letter: string | undefined) => letter !== undefined && /\w/.test(letter);
  switch (assertion.kind) {
    case 'start':
      return at === 0 || (lines && letters[at - 1] === '\n');
    case 'end':
      return at === letters.length || (lines && letters[at] === '\n');
    case 'word':
      return (isWord(letters[at - 1]) !== isWord(letters[at])) !== assertion.negate;
    case 'lookahead':
      return alternatives(run, assertion.alternatives, at, () => true) !== assertion.negate;
    case 'lookbehind': {
      // Tried from every place within reach, which costs no less than the engine's own way.
      let found = false;
      for (let from = at; from >= Math.max(0, at - 60) && !found; from--)
        found = alternatives(run, assertion.alternatives, from, (end) => end === at);
      return found !== assertion.negate;
    }
  }
}

function testOf(run: Run, element: AST.Element): (letter: string) => boolean {
  const known = run.tests.get(element.raw);
  if (known) return known;
  const single = new RegExp(`^(?:${element.raw})$`, run.flags.replace(/[gym]/g, ''));
  const answers = new Map<string, boolean>();
  const test = (letter: string): boolean => {
    let answer = answers.get(letter);
    if (answer === undefined) {
      answer = single.test(letter);
      answers.set(letter, answer);
    }
    return answer;
  };
  run.tests.set(element.raw, test);
  return test;
}

/** Letters that the patterns here are about, and some they are not. */
const LETTERS = [...'aAđĐếẾ01 9.,;:-–/()%"“”\'\n\t_|#*@+&<>=[]xX', 'thi', 'năm', 'của', ' 2026'];

/** Texts that make a pattern work hard: each of its repeated parts over and over, before and after what it needs. */
export function attacksOn({ pattern }: Matcher, flags: string, size: number): string[] {
  const pumps = new Set<string>();
  const heads = new Set<string>(['']);
  visit(pattern, (element) => {
    if (element.type === 'Quantifier' && element.max > 8) {
      const letter = sampleOf(element.element, flags);
      if (letter !== '') pumps.add(letter);
    }
    if (element.type === 'Alternative' && element.elements.length > 0) {
      heads.add(
        element.elements
          .slice(0, 6)
          .map((part) => sampleOf(part, flags))
          .join(''),
      );
    }
  });
  const texts: string[] = [];
  for (const head of [...heads].slice(0, 4))
    for (const pump of [...pumps].slice(0, 8)) {
      const body = pump.repeat(Math.ceil(size / pump.length)).slice(0, size);
      texts.push(`${head}${body}\u0001`);
      if (head !== '') texts.push(`${(head + pump).repeat(Math.ceil(size / (head.length + pump.length)))}\u0001`);
    }
  return texts;
}

function visit(node: AST.Node, take: (node: AST.Node) => void): void {
  take(node);
  if ('alternatives' in node) for (const choice of node.alternatives) visit(choice, take);
  if (node.type === 'Alternative') for (const element of node.elements) visit(element, take);
  if (node.type === 'Quantifier') visit(node.element, take);
}

/** Some text that the element matches; '' for assertions and what is not guessed. */
function sampleOf(element: AST.Element, flags: string): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const single = new RegExp(`^(?:${element.raw})$`, flags.replace(/[gym]/g, ''));
      return LETTERS.find((letter) => single.test(letter)) ?? '';
    }
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map((part) => sampleOf(part, flags)).join('');
    case 'Quantifier':
      return sampleOf(element.element, flags).repeat(Math.max(1, Math.min(element.min, 3)));
    default:
      return '';
  }
}
