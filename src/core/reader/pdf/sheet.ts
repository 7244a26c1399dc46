/**
 * One page as its words and lines lie on it, whoever found them: a PDF's drawing orders or optical character
 * recognition. Coordinates are points from the upper left corner, y growing downwards.
 */

export type Word = {
  /** ' ' alone: a blank that was drawn by itself. */
  text: string;
  left: number;
  right: number;
  /** Baseline. */
  y: number;
  /** Height of the letters' box, the font size. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** A blank was drawn before or after it, so that it does not belong to its neighbour. */
  blankBefore: boolean;
  blankAfter: boolean;
  /** Name of the font, for those with codes of their own; '' when unknown. */
  font: string;
};

/** A straight line of a table's ruling; either upright or lying. */
export type Rule = { x1: number; y1: number; x2: number; y2: number };

export type Sheet = {
  /** From 1. */
  page: number;
  width: number;
  height: number;
  words: Word[];
  rules: Rule[];
  /** Share of the page that pictures cover, 0 to 1. */
  pictured: number;
  /** How many shapes are drawn: letters turned into outlines are thousands. */
  shapes: number;
};

/** A font of a PDF. */
export type PdfFont = { name: string; bold: boolean; italic: boolean; unitsPerEm: number; vertical: boolean };

/** A printed line: its words from left to right. */
export type TextLine = { words: Word[]; left: number; right: number; y: number; size: number };

export type Matrix = readonly [number, number, number, number, number, number];

/** First `a`, then `b`. */
export function multiply(b: Matrix, a: Matrix): Matrix {
  return [
    b[0] * a[0] + b[2] * a[1],
    b[1] * a[0] + b[3] * a[1],
    b[0] * a[2] + b[2] * a[3],
    b[1] * a[2] + b[3] * a[3],
    b[0] * a[4] + b[2] * a[5] + b[4],
    b[1] * a[4] + b[3] * a[5] + b[5],
  ];
}

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];
