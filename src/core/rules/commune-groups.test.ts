import { expect, test } from 'vitest';
import { communeGroup } from './commune-groups.ts';

test('a place is of the group its name says, and others are of none', () => {
  expect(['Phường Tân Phong', 'Xã Bình Lư', 'Đặc khu Phú Quốc', 'Sở Nội vụ', 'Xãhội'].map(communeGroup)).toEqual([
    'ward',
    'rural',
    'special',
    null,
    null,
  ]);
});
