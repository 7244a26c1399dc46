import { describe, expect, it } from 'vitest';
import { insidePlace } from './inside.ts';

const ORIGIN = 'https://thidua.example';

describe('the place to go on to', () => {
  it.each(['/', '/phong-trao', '/phong-trao?q=che&nam=2026', '/van-ban/x#y', '/phong-trao?tiep=//evil.example'])(
    'is the one asked for: %s',
    (place) => expect(insidePlace(place, ORIGIN)).toBe(place),
  );

  it.each([
    null,
    '',
    'phong-trao',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'https://evil.example/',
    'https:evil.example',
    '//thidua.example@evil.example',
    '//thidua.example:444/',
  ])('is never another site: %j', (place) => {
    expect(insidePlace(place, ORIGIN)).toBe('/');
  });
});
