/** What a command of `thidua` is. */

export type Terminal = {
  out: (line: string) => void;
  error: (line: string) => void;
  /** Columns of the screen. */
  width: number;
  /** Shows how far a long work is, over the same line; does nothing where no one watches. */
  progress: (line: string) => void;
};

export type Command = {
  summary: string;
  usage: readonly string[];
  /** Answers the exit code. */
  run: (args: string[], terminal: Terminal) => Promise<number>;
};

/** Exit codes. */
export const FINE = 0;
export const NOTHING_USABLE = 1;
export const NOT_READABLE = 2;
