import { DOCUMENT_TYPES } from '../../core/law/document-types.ts';
import { INDICATORS } from '../../core/law/indicator-catalogue.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { formatDate } from '../../core/text/dates.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport } from '../table-export.tsx';

/** Domains in the order in which documents treat them. */
export function DomainsPage() {
  const text = useText();
  const words = text.catalogues;
  const count = (code: string) => INDICATORS.filter(({ domain }) => domain === code).length;
  return (
    <>
      <div className="keep-deeds">
        <p className="keep-quiet">{words.domainsAbout}</p>
        <TableExport
          title={words.parts.domains}
          columns={[
            { title: words.domain, cell: (code: (typeof DOMAIN_CODES)[number]) => text.movements.domains[code] },
            { title: words.indicatorCount, cell: (code) => numberCell(count(code)) },
          ]}
          rows={DOMAIN_CODES}
        />
      </div>
      <div className="table-frame">
        <table className="table">
          <caption className="visually-hidden">{words.parts.domains}</caption>
          <thead>
            <tr>
              <th scope="col">{words.domain}</th>
              <th scope="col" className="number">
                {words.indicatorCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {DOMAIN_CODES.map((code) => (
              <tr key={code}>
                <th scope="row">{text.movements.domains[code]}</th>
                <td className="number">{count(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Types of documents with the clause each rests on. */
export function DocumentTypesPage() {
  const words = useText().catalogues;
  return (
    <>
      <div className="keep-deeds">
        <p className="keep-quiet">{words.typesAbout}</p>
        <TableExport
          title={words.parts.types}
          columns={[
            { title: words.type, cell: ({ name }: (typeof DOCUMENT_TYPES)[number]) => name },
            { title: words.abbreviation, cell: ({ code }) => code ?? null },
            { title: words.source, cell: ({ source }) => source },
            { title: words.typesFrom, cell: ({ from }) => dateCell(from) },
          ]}
          rows={DOCUMENT_TYPES}
        />
      </div>
      <div className="table-frame">
        <table className="table stacking">
          <caption className="visually-hidden">{words.parts.types}</caption>
          <thead>
            <tr>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.abbreviation}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.typesFrom}</th>
            </tr>
          </thead>
          <tbody>
            {DOCUMENT_TYPES.map(({ name, code, source, from }) => (
              <tr key={`${name} ${source}`}>
                <th scope="row" className="whole">
                  {name}
                </th>
                <td data-label={words.abbreviation}>{code ?? ''}</td>
                <td data-label={words.source}>{source}</td>
                <td data-label={words.typesFrom}>{formatDate(from)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
