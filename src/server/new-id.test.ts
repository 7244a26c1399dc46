import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id.ts';

it('makes ids that the contract takes, all different', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(z.uuid({ version: 'v7' }).safeParse(id).success).toBe(true);
});

it('sorts later ids after earlier ones', async () => {
  const first = newId();
  await new Promise((done) => setTimeout(done, 3));
  expect(newId() > first).toBe(true);
});
