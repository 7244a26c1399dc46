import { describe, expect, it } from 'vitest';
import { type TreeLine, treeMove } from './tree-keys.ts';

const line = (
  id: string,
  depth: number,
  parentId: string | null,
  state: 'open' | 'shut' | 'leaf',
  name = id,
): TreeLine => ({
  id,
  depth,
  name,
  parentId,
  opens: state !== 'leaf',
  open: state === 'open',
});
const LINES = [
  line('top', 0, null, 'open', 'Tỉnh Lai Châu'),
  line('a', 1, 'top', 'shut', 'Xã Bình Lư'),
  line('b', 1, 'top', 'open', 'Xã Tả Lèng'),
  line('b1', 2, 'b', 'leaf', 'Bản Đông'),
  line('c', 1, 'top', 'leaf', 'Xã Mù Cả'),
];
const move = (at: string, key: string) => treeMove(LINES, at, key);

describe('keys in a tree', () => {
  it('go up and down what is shown, and to both ends', () => {
    expect(move('a', 'ArrowDown')).toEqual({ focus: 'b' });
    expect(move('c', 'ArrowUp')).toEqual({ focus: 'b1' });
    expect(move('b', 'Home')).toEqual({ focus: 'top' });
    expect(move('b', 'End')).toEqual({ focus: 'c' });
    expect([move('top', 'ArrowUp'), move('c', 'ArrowDown')]).toEqual([null, null]);
  });

  it('open and enter a branch, leave and shut it', () => {
    expect(move('a', 'ArrowRight')).toEqual({ open: 'a' });
    expect(move('b', 'ArrowRight')).toEqual({ focus: 'b1' });
    expect(move('c', 'ArrowRight')).toBeNull();
    expect(move('b1', 'ArrowLeft')).toEqual({ focus: 'b' });
    expect(move('b', 'ArrowLeft')).toEqual({ shut: 'b' });
    expect(move('a', 'ArrowLeft')).toEqual({ focus: 'top' });
  });

  it('choose, and look for a word by its first letter without diacritics', () => {
    expect([move('a', 'Enter'), move('a', ' ')]).toEqual([{ choose: 'a' }, { choose: 'a' }]);
    expect(move('top', 'm')).toEqual({ focus: 'c' });
    expect(move('c', 'd')).toEqual({ focus: 'b1' });
    expect([move('a', 'Tab'), move('a', 'q')]).toEqual([null, null]);
  });
});
