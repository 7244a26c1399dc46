import { type RankedOrganisation, rankOrganisations } from '../../contract/rollups.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { everyPage, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';
import type { RankingTold } from './ranking.ts';
import { figureTitleOf } from './ranking-table.tsx';

/** The whole ranking, whatever page is shown. */
export function RankingExport({ group, ...told }: RankingTold & { group: string }) {
  const text = useText();
  const words = text.rollups;
  const { indicator, question, when } = told;
  const { by } = question;
  const own: TakenColumn<RankedOrganisation>[] = [
    { title: words.place, cell: ({ rank }) => numberCell(rank) },
    { title: words.organisation, cell: ({ organisation }) => organisation.name },
  ];
  const figure: TakenColumn<RankedOrganisation>[] =
    by === 'heads'
      ? [
          { title: figureTitleOf(text, told), cell: ({ compared }) => numberCell(compared) },
          { title: words.heads, cell: ({ heads }) => numberCell(heads) },
        ]
      : [
          ...(by === 'plan'
            ? [
                { title: words.reached, cell: ({ compared }: RankedOrganisation) => numberCell(compared) },
                {
                  title: words.given,
                  cell: ({ plan }: RankedOrganisation) => (plan ? text.movements.figure(plan.figure) : null),
                },
                {
                  title: words.setItself,
                  cell: ({ plan }: RankedOrganisation) => (plan?.own ? text.tableExport.yes : null),
                },
              ]
            : []),
          { title: figureTitleOf(text, told), cell: ({ figure: one }) => numberCell(one.value) },
        ];
  return (
    <TableExport
      title={`${words.rankingTitle}, ${indicator?.name ?? ''}`}
      lines={[when, [words.pers[by ?? 'whole'], group].filter((word) => word !== '').join(', ')]}
      columns={[
        ...own,
        ...figure,
        { title: text.tableExport.numerator, cell: (one: RankedOrganisation) => numberCell(one.figure.numerator) },
        { title: text.tableExport.denominator, cell: (one) => numberCell(one.figure.denominator) },
        { title: text.tableExport.reported, cell: (one) => numberCell(one.figure.own ? null : one.figure.reported) },
        { title: text.tableExport.asked, cell: (one) => numberCell(one.figure.own ? null : one.figure.asked) },
      ]}
      rows={() =>
        everyPage(async (page) => {
          const { organisations, count, pageSize } = await call(rankOrganisations, { ...question, page });
          return { rows: organisations, all: count, pageSize };
        })
      }
    />
  );
}
