import { describe, expect, it } from 'vitest';
import { isFiltered, readFilters, toQuestion, withFilters } from './list-filters.ts';

const read = (query: string) => readFilters(new URLSearchParams(query));

describe('filters in the address', () => {
  it('come back as they were put there', () => {
    const put = withFilters(new URLSearchParams('trang=3'), {
      words: 'tân phong',
      year: 2026,
      kind: 'thematic',
      state: 'running',
      archived: true,
      sort: 'until',
      tree: true,
    });
    expect(read(put.toString())).toEqual({
      words: 'tân phong',
      year: 2026,
      kind: 'thematic',
      state: 'running',
      organisationId: null,
      archived: true,
      sort: 'until',
      tree: true,
      page: 1,
    });
  });

  it('leave the address bare when nothing is asked for', () => {
    const bare = withFilters(new URLSearchParams('q=a&nam=2026&xep=title&xem=cay&trang=2'), {
      words: '',
      year: null,
      sort: 'recent',
      tree: false,
    });
    expect(bare.toString()).toBe('');
    expect(isFiltered(read(''))).toBe(false);
  });

  it('count as not said when they are nonsense', () => {
    expect(read('nam=abc&loai=x&trangthai=y&donvi=1&xep=z&trang=-4')).toEqual(read(''));
  });

  it('ask for the roots of the tree only while nothing is searched', () => {
    expect(toQuestion(read('xem=cay')).tree).toBe('roots');
    expect(toQuestion(read('xem=cay&nam=2026')).tree).toBe('roots');
    expect(toQuestion(read('xem=cay&q=nghèo')).tree).toBeUndefined();
  });

  it('find archived movements by their state', () => {
    expect(toQuestion(read('')).archived).toBe('no');
    expect(toQuestion(read('trangthai=archived')).archived).toBe('all');
  });
});
