import { useCallback, useEffect, useState } from 'react';
import { listOrganisations, type Organisation } from '../../contract/organisations.ts';
import { call } from '../call.ts';

/** Children asked for at once; more are found by searching. */
const MOST = 500;

export type Branch = { children: Organisation[]; more: boolean };

/** The tree's branches, each fetched when it is first opened; all again for another day or `revision`. */
export function useBranches(at: string | null, revision: number) {
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [tops, setTops] = useState<Organisation[] | null>(null);

  const fetchBranch = useCallback(
    async (id: string, signal?: AbortSignal) => {
      const input = { under: id, reach: 'children' as const, limit: MOST, ...(at === null ? {} : { at }) };
      const answer = await call(listOrganisations, input, signal ? { signal } : {});
      const children = answer.organisations.filter(({ depth }) => depth === 1);
      setBranches((before) => new Map(before).set(id, { children, more: answer.more }));
    },
    [at],
  );

  // Everything again when the day changes or something was done; what was open stays open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` asks again; `opened` alone does not.
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const load = async () => {
      const input = { reach: 'children' as const, limit: MOST, ...(at === null ? {} : { at }) };
      const { organisations, more } = await call(listOrganisations, input, { signal });
      const roots = organisations.filter(({ depth }) => depth === 0);
      const [top] = roots;
      setTops(roots);
      setBranches(
        top && roots.length === 1
          ? new Map([[top.id, { children: organisations.filter(({ depth }) => depth === 1), more }]])
          : new Map(),
      );
      if (top && roots.length === 1) setOpened((before) => new Set(before).add(top.id));
      await Promise.all([...opened].filter((id) => id !== top?.id).map((id) => fetchBranch(id, signal)));
    };
    load().catch(() => {
      if (!signal.aborted) setTops((before) => before ?? []);
    });
    return () => abort.abort();
  }, [at, revision]);

  const open = (id: string) => {
    setOpened((before) => new Set(before).add(id));
    if (!branches.has(id))
      void fetchBranch(id).catch(() => setBranches((before) => new Map(before).set(id, { children: [], more: false })));
  };
  const shut = (id: string) =>
    setOpened((before) => {
      const next = new Set(before);
      next.delete(id);
      return next;
    });
  return { tops, branches, opened, open, shut };
}
