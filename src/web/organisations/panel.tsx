import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { OrganisationId } from '../../contract/ids.ts';
import { endClusterMember, undoOrganisationChange } from '../../contract/organisation-acts.ts';
import type {
  getOrganisation,
  getOrganisationHistory,
  listClusterMembers,
  OrganisationRef,
} from '../../contract/organisations.ts';
import type { ActName } from '../../core/rules/access.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { mayAtAll, useSession } from '../session.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import {
  AddDialog,
  type DialogProps,
  DissolveDialog,
  MemberDialog,
  MergeDialog,
  MoveDialog,
  RenameDialog,
  SplitDialog,
} from './dialogs.tsx';

export type PanelData = {
  detail: OutputOf<typeof getOrganisation>;
  changes: OutputOf<typeof getOrganisationHistory>['changes'];
  members: OutputOf<typeof listClusterMembers>['members'] | null;
};

type Props = {
  data: PanelData;
  past: boolean;
  show: (id: OrganisationId) => void;
  changed: (id: OrganisationId) => void;
  /** It came of a deed just done, and takes the focus. */
  arrived: boolean;
};

/** One organisation: what it is, what it was, and what can be done with it. */
export function OrganisationPanel({ data, past, show, changed, arrived }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);
  const text = useText();
  const words = text.organisationPages;
  const { kinds, levels } = text.organisations;
  const { organisation: one, openPosts } = data.detail;
  return (
    <section className="card organisation-panel" aria-label={one.name}>
      <div className="card-body">
        <h2 ref={heading} tabIndex={-1}>
          {one.name}
        </h2>
        <p className="quiet">
          {kinds[one.kind]} · {levels[one.level]}
          {one.validFrom ? ` · ${words.since(one.validFrom)}` : ''}
          {one.validUntil ? ` · ${words.until(one.validUntil)}` : ''}
        </p>
        {one.validUntil && !past ? (
          <p className="form-note">
            {words.ended(one.validUntil)}{' '}
            {openPosts > 0 ? (
              <Link to={`/quan-tri/tai-khoan?don-vi=${one.id}`}>{words.handOver(openPosts)}</Link>
            ) : null}
          </p>
        ) : null}
        <dl className="organisation-facts">
          {one.path.length > 0 ? (
            <>
              <dt>{words.under}</dt>
              <dd>{one.path.join(' › ')}</dd>
            </>
          ) : null}
          {one.issuerName ? (
            <>
              <dt>{words.issuer}</dt>
              <dd>{one.issuerName}</dd>
            </>
          ) : null}
          {one.code ? (
            <>
              <dt>{words.code}</dt>
              <dd>{one.code}</dd>
            </>
          ) : null}
        </dl>
        {past || one.validUntil ? null : <Deeds data={data} changed={changed} />}
        {data.members ? <Members data={data} past={past} changed={changed} /> : null}
        <Related data={data} show={show} />
        <h3>{words.history}</h3>
        <History data={data} past={past} changed={changed} />
      </div>
    </section>
  );
}

type Deed = {
  word: 'add' | 'rename' | 'move' | 'merge' | 'split' | 'dissolve' | 'addMember';
  right: ActName;
  Dialog: (props: DialogProps) => React.ReactNode;
};

const DEEDS: readonly Deed[] = [
  { word: 'add', right: 'createOrganisation', Dialog: AddDialog },
  { word: 'rename', right: 'renameOrganisation', Dialog: RenameDialog },
  { word: 'move', right: 'moveOrganisation', Dialog: MoveDialog },
  { word: 'merge', right: 'mergeOrganisations', Dialog: MergeDialog },
  { word: 'split', right: 'splitOrganisation', Dialog: SplitDialog },
  { word: 'dissolve', right: 'dissolveOrganisation', Dialog: DissolveDialog },
  { word: 'addMember', right: 'addClusterMember', Dialog: MemberDialog },
];
/** Of the one at the top only these. */
const OF_THE_TOP = ['add', 'rename'];

function Deeds({ data, changed }: Pick<Props, 'data' | 'changed'>) {
  const words = useText().organisationPages;
  const { person } = useSession();
  const [opened, setOpened] = useState<Deed | null>(null);
  const { organisation: one, version } = data.detail;
  const shown = DEEDS.filter(
    ({ word, right }) =>
      mayAtAll(person, right) &&
      (word !== 'addMember' || one.kind === 'cluster') &&
      (one.parentId !== null || OF_THE_TOP.includes(word)),
  );
  const close = () => setOpened(null);
  return (
    <fieldset className="organisation-deeds no-print" style={{ border: 0, padding: 0 }}>
      <legend className="visually-hidden">{words.deeds}</legend>
      {shown.map((deed) => (
        <Button key={deed.word} variant="default" onClick={() => setOpened(deed)}>
          {words[deed.word]}
        </Button>
      ))}
      {opened ? (
        <opened.Dialog
          one={one}
          version={version}
          close={close}
          done={(id) => {
            close();
            changed(id);
          }}
        />
      ) : null}
    </fieldset>
  );
}

function Members({ data, past, changed }: Pick<Props, 'data' | 'past' | 'changed'>) {
  const words = useText().organisationPages;
  const { person } = useSession();
  const [leaving, setLeaving] = useState<OrganisationRef | null>(null);
  const { organisation: one } = data.detail;
  const may = !past && mayAtAll(person, 'endClusterMember');
  return (
    <>
      <h3>{words.members}</h3>
      {data.members?.length === 0 ? <p className="quiet">{words.noMembers}</p> : null}
      <ul>
        {data.members?.map((member) => (
          <li key={`${member.id} ${member.from}`}>
            {member.name}{' '}
            <small className="quiet">
              {words.since(member.from)} {member.until ? words.until(member.until) : ''}
            </small>{' '}
            {may && member.until === null ? (
              <Button size="compact-sm" variant="default" onClick={() => setLeaving(member)}>
                {words.endMember}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {leaving ? (
        <ChangeDialog
          title={`${words.endMember}: ${leaving.name}`}
          deedWord={words.endMember}
          close={() => setLeaving(null)}
          done={(id) => {
            setLeaving(null);
            changed(id);
          }}
          will={(on) => words.willLeave(leaving.name, one.name, on)}
          deed={async (actionId, { on }) => {
            await call(endClusterMember, { actionId, clusterId: one.id, memberId: leaving.id, on });
            return one.id;
          }}
        />
      ) : null}
    </>
  );
}

function Related({ data, show }: Pick<Props, 'data' | 'show'>) {
  const text = useText();
  const words = text.organisationPages;
  const { detail } = data;
  const during = ({ from, until }: { from: string | null; until: string | null }) =>
    [from ? words.since(from) : '', until ? words.until(until) : ''].join(' ').trim();
  const list = (title: string, items: { key: string; id: OrganisationId | null; name: string; note: string }[]) =>
    items.length === 0 ? null : (
      <>
        <h3>{title}</h3>
        <ul>
          {items.map(({ key, id, name, note }) => (
            <li key={key}>
              {id === null ? (
                name
              ) : (
                <Button size="compact-sm" variant="subtle" onClick={() => show(id)}>
                  {name}
                </Button>
              )}{' '}
              <small className="quiet">{note}</small>
            </li>
          ))}
        </ul>
      </>
    );
  const came = (refs: typeof detail.predecessors) =>
    refs.map(({ id, name, how, on }) => ({
      key: id,
      id,
      name,
      note: `${text.organisations.successions[how]} ${words.since(on)}`,
    }));
  const placed = (refs: typeof detail.parents) =>
    refs.map((ref) => ({ key: `${ref.id} ${ref.from}`, id: ref.id, name: ref.name, note: during(ref) }));
  return (
    <>
      {list(
        words.formerNames,
        detail.formerNames.map((name) => ({
          key: `${name.name} ${name.until}`,
          id: null,
          name: name.name,
          note: during(name),
        })),
      )}
      {list(words.predecessors, came(detail.predecessors))}
      {list(words.successors, came(detail.successors))}
      {detail.parents.length > 1 ? list(words.parents, placed(detail.parents)) : null}
      {list(words.clusters, placed(detail.clusters))}
    </>
  );
}

type Change = PanelData['changes'][number];

function History({ data, past, changed }: Pick<Props, 'data' | 'past' | 'changed'>) {
  const text = useText();
  const words = text.organisationPages;
  const { changes: kinds } = text.organisations;
  const { person } = useSession();
  const [undoing, setUndoing] = useState<Change | null>(null);
  const may = !past && mayAtAll(person, 'undoOrganisationChange');
  if (data.changes.length === 0) return <p className="quiet">{words.noHistory}</p>;
  return (
    <>
      <ul>
        {data.changes.map((change) => (
          <li key={change.id}>
            <b>{kinds[change.kind]}</b> {words.since(change.on)}. {change.paper ? words.paperIs(change.paper) : null}{' '}
            <PartsLine change={change} />{' '}
            <small className="quiet">{words.enteredBy(change.postTitle, dayInVietnam(change.at))}</small>{' '}
            {change.undoneAt ? <small className="quiet">{words.undone}</small> : null}
            {may && change.last ? (
              <Button size="compact-sm" variant="default" onClick={() => setUndoing(change)}>
                {words.undo}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {undoing ? (
        <Confirm
          opened
          close={() => setUndoing(null)}
          question={words.undoAsk(kinds[undoing.kind], undoing.count)}
          deedWord={words.undo}
          deed={(actionId) => call(undoOrganisationChange, { actionId, changeId: undoing.id })}
          done={({ organisationId }) => {
            setUndoing(null);
            sayDone(words.undoneDone);
            changed(organisationId ?? data.detail.organisation.id);
          }}
        />
      ) : null}
    </>
  );
}

/** "Xã A kết thúc hoạt động; Xã B thành lập." Those that only moved along are counted. */
function PartsLine({ change }: { change: Change }) {
  const { parts } = useText().organisations;
  const shown = change.parts.filter(({ part }, at) => part !== 'moved' || at === 0);
  const sentence = shown.map(({ name, part, to }) => `${name} ${parts[part]}${part === 'moved' && to ? ` ${to}` : ''}`);
  const left = change.count - shown.length;
  return (
    <span>
      {sentence.join('; ')}
      {left > 0 ? ` (+${left})` : ''}.
    </span>
  );
}
