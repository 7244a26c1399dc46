import { ActionIcon, Loader } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { listOrganisations, type Organisation } from '../../contract/organisations.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';

/** Children asked for at once; more are found by searching. */
const MOST = 500;

type Branch = { children: Organisation[]; more: boolean };

type Props = {
  /** 'YYYY-MM-DD', or null for today. */
  at: string | null;
  selected: string | null;
  select: (id: string) => void;
  /** Another number asks for everything anew. */
  revision: number;
};

/** The tree as nested lists: a button opens a branch, another chooses the organisation. Branches are fetched when opened. */
export function OrganisationTree({ at, selected, select, revision }: Props) {
  const text = useText();
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [tops, setTops] = useState<Organisation[] | null>(null);
  const day = at === null ? {} : { at };

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
      const input = { reach: 'children' as const, limit: MOST, ...day };
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
      if (!signal.aborted) setTops([]);
    });
    return () => abort.abort();
  }, [at, revision]);

  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) {
      next.add(id);
      if (!branches.has(id))
        void fetchBranch(id).catch(() =>
          setBranches((before) => new Map(before).set(id, { children: [], more: false })),
        );
    }
    setOpened(next);
  };

  const branch = (list: readonly Organisation[], more: boolean, depth: number) => (
    <ul className="organisation-branch">
      {list.map((one) => (
        <li key={one.id}>
          <div className="organisation-line" data-chosen={one.id === selected || undefined}>
            {one.childCount > 0 ? (
              <ActionIcon
                variant="subtle"
                size="md"
                aria-expanded={opened.has(one.id)}
                aria-label={
                  opened.has(one.id) ? text.organisationPages.shut(one.name) : text.organisationPages.open(one.name)
                }
                onClick={() => toggle(one.id)}
              >
                {opened.has(one.id) ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
              </ActionIcon>
            ) : (
              <span className="organisation-leaf" />
            )}
            <button
              type="button"
              className="organisation-name"
              aria-current={one.id === selected ? 'true' : undefined}
              onClick={() => select(one.id)}
            >
              {one.name}
              {one.childCount > 0 ? <small className="quiet">{one.childCount}</small> : null}
            </button>
          </div>
          {opened.has(one.id) && one.childCount > 0 ? below(one.id, depth + 1) : null}
        </li>
      ))}
      {more ? <li className="quiet organisation-more">{text.organisationPages.more}</li> : null}
    </ul>
  );
  const below = (id: string, depth: number) => {
    const found = branches.get(id);
    return found ? branch(found.children, found.more, depth) : <Loader size={16} aria-label={text.frame.loading} />;
  };
  if (tops === null) return <Loader size={20} aria-label={text.frame.loading} />;
  return branch(tops, false, 0);
}
