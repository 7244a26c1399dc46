import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useRevalidator, useSearchParams } from 'react-router';
import { removeTarget } from '../../contract/movement-acts.ts';
import type { TargetView } from '../../contract/movements.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { VERDICTS, type Verdict } from '../../core/rules/progress.ts';
import { groupByDomain } from '../../core/rules/targets.ts';
import { formatDate } from '../../core/text/dates.ts';
import { matchesSearch } from '../../core/text/search.ts';
import { Empty } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { VerdictBadge } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { actualWords, asOfWords, ownerOf } from '../target-line.tsx';
import type { MovementData } from './movement-data.ts';
import { TargetDeeds } from './target-deeds.tsx';
import { TargetDialog } from './target-dialog.tsx';
import { TargetExport } from './target-export.tsx';
import { useHashRow } from './use-hash-row.ts';

/** Every target of the movement, by domain, with what is reached and the sentence it came from. */
export function TargetsTab({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.workroom.movements;
  const revalidator = useRevalidator();
  const { targets, mayEdit } = data.targets;
  const [search, setSearch] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [query, setQuery] = useSearchParams();
  // "?them=dan_so" asks for a target of that indicator, as where it was found missing.
  const wished = query.get('them');
  const [editing, setEditing] = useState<TargetView | 'new' | null>(wished !== null && mayEdit ? 'new' : null);
  const [removing, setRemoving] = useState<TargetView | null>(null);
  useHashRow();
  const shown = targets.filter(
    (target) =>
      (verdict === null || target.progress.verdict === verdict) &&
      matchesSearch(`${target.name} ${ownerOf(target) ?? ''} ${target.scope ?? ''}`, search),
  );
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {words.addTarget}
    </Button>
  );
  return (
    <>
      {targets.length === 0 ? (
        <div className="card">
          <Empty title={words.targetsNone} deed={mayEdit ? add : null}>
            {words.targetsNoneAbout}
          </Empty>
        </div>
      ) : (
        <>
          <div className="tab-tools no-print">
            <TextInput
              type="search"
              aria-label={text.movementPages.targetSearch}
              placeholder={text.movementPages.targetSearch}
              leftSection={<IconSearch size={16} />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <Select
              aria-label={words.verdict}
              clearable
              placeholder={text.movementPages.allVerdicts}
              value={verdict}
              data={VERDICTS.filter((one) => targets.some((target) => target.progress.verdict === one)).map((one) => ({
                value: one,
                label: text.movements.verdicts[one],
              }))}
              onChange={(value) => setVerdict(value)}
            />
            <div className="tool-deeds">
              <TargetExport movement={data.detail.movement.head.title} targets={shown} />
              {data.detail.movement.archived ? null : (
                <Button component={Link} to={`/so-lieu/${data.detail.movement.id}`} variant="default">
                  {text.figurePages.title}
                </Button>
              )}
              {mayEdit ? add : null}
            </div>
          </div>
          {shown.length === 0 ? (
            <div className="card">
              <Empty title={text.movementPages.noTargetMatches} />
            </div>
          ) : (
            <TargetTable
              targets={shown}
              all={targets}
              address={`/phong-trao/${data.detail.movement.id}`}
              mayEdit={mayEdit}
              edit={setEditing}
              remove={setRemoving}
            />
          )}
        </>
      )}
      {editing === null ? null : (
        <TargetDialog
          movementId={data.detail.movement.id}
          target={editing === 'new' ? null : (targets.find(({ id }) => id === editing.id) ?? editing)}
          indicator={wished}
          others={targets}
          close={() => {
            setEditing(null);
            if (wished !== null) setQuery({}, { replace: true });
          }}
        />
      )}
      <Confirm
        opened={removing !== null}
        close={() => setRemoving(null)}
        question={words.removeTargetAsk(removing?.name ?? '')}
        deedWord={text.frame.remove}
        reasonWord={words.archiveReason}
        deed={async (actionId, reason) =>
          removing ? call(removeTarget, { targetId: removing.id, version: removing.version, actionId, reason }) : null
        }
        done={() => {
          sayDone(text.movementPages.removed);
          void revalidator.revalidate();
        }}
      />
    </>
  );
}

type TableProps = {
  targets: TargetView[];
  all: TargetView[];
  /** Of the movement. */
  address: string;
  mayEdit: boolean;
  edit: (target: TargetView) => void;
  remove: (target: TargetView) => void;
};

function TargetTable({ targets, all, address, mayEdit, edit, remove }: TableProps) {
  const text = useText();
  const words = text.workroom.movements;
  return (
    <div className="table-frame">
      <table className="table stacking target-table">
        <caption className="visually-hidden">{words.tabs.targets}</caption>
        <thead>
          <tr>
            <th scope="col">{words.targets}</th>
            <th scope="col" className="number">
              {words.goal}
            </th>
            <th scope="col" className="number">
              {words.actual}
            </th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.lead}</th>
            <th scope="col">
              <span className="visually-hidden">{text.movementPages.deeds}</span>
            </th>
          </tr>
        </thead>
        {groupByDomain(targets, DOMAIN_CODES).map(({ domain, targets: own }) => (
          <tbody key={domain ?? 'none'}>
            <tr className="table-group">
              <th scope="rowgroup" colSpan={6}>
                {domain === null
                  ? text.movements.noDomain
                  : text.movements.domains[domain as keyof typeof text.movements.domains]}
              </th>
            </tr>
            {own.map((target) => (
              <TargetRow
                key={target.id}
                target={target}
                whole={all.find(({ id }) => id === target.partOf)?.name ?? null}
                address={address}
                mayEdit={mayEdit}
                edit={edit}
                remove={remove}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

type RowProps = Omit<TableProps, 'targets' | 'all'> & { target: TargetView; whole: string | null };

function TargetRow({ target, whole, address, mayEdit, edit, remove }: RowProps) {
  const text = useText();
  const words = text.workroom.movements;
  const { figure, progress } = target;
  return (
    <tr id={target.id} tabIndex={-1}>
      <th scope="row" className={target.partOf ? 'whole row-name row-part' : 'whole row-name'}>
        <Link to={`${address}/chi-tieu/${target.id}`} title={text.targetDetails.open}>
          {target.name}
        </Link>
        {target.scope ? <small className="quiet below">{text.movementPages.scope(target.scope)}</small> : null}
        {whole ? <small className="quiet below">{text.movementPages.partOf(whole)}</small> : null}
      </th>
      <td className="number" data-label={words.goal}>
        <span>
          {figure ? text.movements.figure(figure) : '—'}
          {target.planLevel ? (
            <small className="quiet below">{text.targetDetails.levels[target.planLevel]}</small>
          ) : null}
          {target.adjustedBy ? (
            <small className="quiet below">
              {text.targetDetails.adjustedLine(
                target.adjustedBy.resolution,
                formatDate(target.adjustedBy.resolutionOn),
              )}
            </small>
          ) : null}
        </span>
      </td>
      <td className="number" data-label={words.actual}>
        <span>
          {actualWords(text, target) ?? '—'}
          <small className="quiet below">{asOfWords(text, progress)}</small>
          {target.missingNames.length > 0 ? (
            <small className="below missing-names">{text.targetDetails.missing(target.missingNames.join(', '))}</small>
          ) : null}
          {target.verdictRating ? <small className="below">{target.verdictRating}</small> : null}
          {target.verdictText ? <small className="quiet below">{target.verdictText}</small> : null}
        </span>
      </td>
      <td data-label={words.verdict} className="verdict-cell">
        <span>
          <VerdictBadge verdict={progress.verdict} word={text.movements.verdicts[progress.verdict]} />
          {progress.attainment === null ? null : (
            <>
              <ProgressBar
                verdict={progress.verdict}
                attainment={progress.attainment}
                expected={progress.expectedAttainment}
                label={`${target.name}: ${text.movements.progress(progress)}`}
                todayWord={text.frame.today}
              />
              <small className="quiet below">{text.movements.progress(progress)}</small>
            </>
          )}
        </span>
      </td>
      <td data-label={words.lead}>{ownerOf(target) ?? <span className="quiet">—</span>}</td>
      <td className="row-deeds">
        <TargetDeeds target={target} address={address} mayEdit={mayEdit} edit={edit} remove={remove} />
      </td>
    </tr>
  );
}
