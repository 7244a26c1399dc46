import { Button, Checkbox, Select } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { type CatalogueIndicator, listCatalogue } from '../../contract/catalogues.ts';
import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { SearchWords } from '../search-words.tsx';
import { TableExport } from '../table-export.tsx';
import { IndicatorDialog } from './indicator-dialog.tsx';

type Input = InputOf<typeof listCatalogue>;

export function indicatorsLoader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const domain = DOMAIN_CODES.find((code) => code === query.get('linh-vuc'));
  const q = query.get('q') ?? '';
  const asked: Input = {
    ...(q === '' ? {} : { q }),
    ...(domain ? { domain } : {}),
    ...(query.has('rieng') ? { changed: 'yes' as const } : {}),
  };
  return call(listCatalogue, asked, { signal: request.signal });
}

/** The catalogue of indicators, with what the province added or calls otherwise. */
export function IndicatorsPage() {
  const text = useText();
  const words = text.catalogues;
  const { indicators, total, maySet } = useLoaderData<OutputOf<typeof listCatalogue>>();
  const [query, setQuery] = useSearchParams();
  const [editing, setEditing] = useState<CatalogueIndicator | 'new' | null>(null);
  const { revalidate } = useRevalidator();
  const set = (name: string, value: string | null) =>
    setQuery(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <search className="keep-filters no-print" aria-label={words.search}>
        <SearchWords label={words.search} value={query.get('q') ?? ''} onSearch={(q) => set('q', q)} />
        <Select
          label={words.domain}
          placeholder={words.allDomains}
          clearable
          value={query.get('linh-vuc')}
          data={DOMAIN_CODES.map((code) => ({ value: code, label: text.movements.domains[code] }))}
          onChange={(domain) => set('linh-vuc', domain)}
        />
        <Checkbox
          label={words.onlyChanged}
          checked={query.has('rieng')}
          onChange={(event) => set('rieng', event.currentTarget.checked ? '1' : null)}
        />
      </search>
      <div className="keep-deeds">
        <span className="keep-quiet" role="status">
          {words.found(indicators.length, total)}
          {maySet ? '' : ` · ${words.notYours}`}
        </span>
        {indicators.length > 0 ? (
          <TableExport
            title={words.parts.indicators}
            lines={[
              query.get('q') ? text.tableExport.filters(query.get('q') ?? '') : null,
              words.found(indicators.length, total),
            ]}
            columns={[
              { title: words.name, cell: ({ name }: CatalogueIndicator) => name },
              { title: text.tableExport.code, cell: ({ code }) => code },
              { title: words.domain, cell: ({ domain }) => text.movements.domains[domain] },
              { title: words.unit, cell: ({ units }) => units.join(', ') },
              { title: words.better, cell: ({ better }) => words.betters[better] },
              { title: words.rollUp, cell: ({ rollUp }) => words.rollUps[rollUp] },
              { title: words.assumed, cell: ({ rollUpAssumed }) => (rollUpAssumed ? text.tableExport.yes : null) },
              { title: words.own, cell: ({ own }) => (own ? text.tableExport.yes : null) },
              { title: words.retired, cell: ({ retired }) => (retired ? text.tableExport.yes : null) },
            ]}
            rows={indicators}
          />
        ) : null}
        {maySet ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        ) : null}
      </div>
      {indicators.length === 0 ? (
        <div className="card">
          <Empty icon={<IconListDetails size={32} stroke={1.5} />} title={words.none}>
            {words.noneAbout}
          </Empty>
        </div>
      ) : (
        <Table indicators={indicators} edit={maySet ? setEditing : null} />
      )}
      {editing ? (
        <IndicatorDialog
          indicator={editing === 'new' ? null : editing}
          close={() => setEditing(null)}
          done={() => {
            setEditing(null);
            sayDone(words.saved);
            void revalidate();
          }}
        />
      ) : null}
    </>
  );
}

type TableProps = { indicators: CatalogueIndicator[]; edit: ((indicator: CatalogueIndicator) => void) | null };

function Table({ indicators, edit }: TableProps) {
  const text = useText();
  const words = text.catalogues;
  return (
    <div className="table-frame">
      <table className="table stacking">
        <caption className="visually-hidden">{words.parts.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.domain}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.better}</th>
            <th scope="col">{words.rollUp}</th>
            {edit ? (
              <th scope="col">
                <span className="visually-hidden">{words.edit}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.code}>
              <th scope="row" className="whole">
                {one.name} {one.own ? <span className="badge tone-running">{words.own}</span> : null}{' '}
                {one.retired ? <span className="badge tone-ended">{words.retired}</span> : null}
                {one.catalogueName ? <span className="keep-quiet">{words.renamed(one.catalogueName)}</span> : null}
              </th>
              <td data-label={words.domain}>{text.movements.domains[one.domain]}</td>
              <td data-label={words.unit}>{one.units.join(', ')}</td>
              <td data-label={words.better}>{words.betters[one.better]}</td>
              <td data-label={words.rollUp}>
                <span>
                  {words.rollUps[one.rollUp]}
                  {one.rollUpAssumed ? <span className="keep-quiet">{words.assumed}</span> : null}
                  {one.rollUpChecked ? (
                    <span className="keep-quiet">
                      {words.checkedBy(
                        one.rollUpChecked.against,
                        one.rollUpChecked.post,
                        formatDate(dayInVietnam(one.rollUpChecked.at)),
                      )}
                    </span>
                  ) : null}
                </span>
              </td>
              {edit ? (
                <td>
                  <Button size="xs" variant="default" aria-label={words.editNamed(one.name)} onClick={() => edit(one)}>
                    {words.edit}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
