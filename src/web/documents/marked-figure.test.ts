import { describe, expect, it } from 'vitest';
import { figureIn, nameIn } from './marked-figure.ts';

describe('words that a person marked', () => {
  it.each([
    ['Tỷ lệ hộ nghèo còn 1,8%', 'Tỷ lệ hộ nghèo', '1.8', '%'],
    ['Trồng mới 15 ha', 'Trồng mới', '15', 'ha'],
    ['Thôn Tân Lập | 8', 'Thôn Tân Lập', '8', null],
    ['Thôn Tân Lập | Hộ thoát nghèo | 8 | 160', 'Thôn Tân Lập Hộ thoát nghèo', '8', null],
    ['Giữ vững ổn định', 'Giữ vững ổn định', null, null],
  ])('%s', (words, name, value, unit) => {
    expect(nameIn(words)).toBe(name);
    expect(figureIn(words)).toMatchObject({ value, unit });
  });
});
