import { ActionIcon, Button, Modal, SegmentedControl, Tabs } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp, IconTrash } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { z } from 'zod';
import { type DocumentMatch, discardReading, type getReading, type SavedDraft } from '../../contract/documents.ts';
import type { ReadingContent } from '../../contract/reading.ts';
import { issuedByAnother } from '../../core/rules/documents.ts';
import { ARRIVED } from '../arrival.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { CreateDialog } from './create-dialog.tsx';
import { newTarget, newTask, useDraft } from './draft.ts';
import { HeadForm } from './head-form.tsx';
import { useLinks } from './links.ts';
import { figureIn, nameIn } from './marked-figure.ts';
import { CitationsTab, DuesTab, FindingsTab, RecipientsTab } from './other-tabs.tsx';
import { type SaveState, useSaving } from './saving.ts';
import { type Marked, Sheet } from './sheet.tsx';
import type { Highlight } from './sheet-lines.ts';
import { TargetsTab } from './targets-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';
import { useLauncher } from './use-launcher.ts';

type Answer = z.output<typeof getReading.output>;
type Props = { answer: Answer & { content: ReadingContent; draft: SavedDraft } };
type Tab = 'head' | 'targets' | 'tasks' | 'citations' | 'dues' | 'recipients' | 'findings';

const kept = (rows: readonly { kept: boolean }[]) => rows.filter((row) => row.kept).length;

/** The document on the left, what was found on the right, each pointing at the other. */
export function Workspace({ answer }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const navigate = useNavigate();
  const { reading, content, matches } = answer;
  const drafting = useDraft(answer.draft.draft);
  const saving = useSaving(reading.id, answer.draft, drafting.draft);
  const [tab, setTab] = useState<Tab>('targets');
  const [side, setSide] = useState<'document' | 'facts'>('facts');
  const [creating, setCreating] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const narrow = useMediaQuery('(max-width: 900px)') ?? false;
  const tabOf = useTabOf(drafting.draft);
  const reveal = useCallback(
    (key: string) => {
      setTab(tabOf(key));
      setSide('facts');
      requestAnimationFrame(() => document.getElementById(`row-${key}`)?.scrollIntoView({ block: 'center' }));
    },
    [tabOf],
  );
  const links = useLinks(reveal);
  useActiveRow(links.active);
  const highlights = useHighlights(drafting.draft, content);
  const [launcher, setLauncher] = useLauncher(drafting.draft.head.organisationId, reading.organisation);
  const issuer = content.issuer?.name ?? null;
  const otherIssuer = issuedByAnother(issuer, launcher.name) ? issuer : null;
  useHotkeys([
    ['mod+Z', drafting.undo],
    ['mod+shift+Z', drafting.redo],
    ['mod+Y', drafting.redo],
  ]);
  const { addRow } = drafting;
  const place = (marked: Marked) => ({
    span: marked.span,
    quote: marked.quote,
    confidence: null,
    mentions: [marked.span],
  });
  const addTarget = (marked: Marked) => {
    const row = newTarget(place(marked), figureIn(marked.quote), nameIn(marked.quote));
    addRow('targets', row);
    setTab('targets');
    setSide('facts');
    requestAnimationFrame(() => document.getElementById(`row-${row.key}`)?.querySelector('textarea')?.focus());
  };
  const addTask = (marked: Marked) => {
    addRow('tasks', newTask(place(marked), marked.quote));
    setTab('tasks');
    setSide('facts');
  };
  const seeFact = (key: string) => {
    setSide('document');
    requestAnimationFrame(() => document.querySelector(`[data-keys~="${key}"]`)?.scrollIntoView({ block: 'center' }));
  };
  const { draft } = drafting;
  const counts = { targets: kept(draft.targets), tasks: kept(draft.tasks) };
  const nothing = counts.targets + counts.tasks === 0;
  const tabs: [Tab, string, number | null][] = [
    ['head', words.head, null],
    ['targets', words.tabs.targets, counts.targets],
    ['tasks', words.tabs.tasks, counts.tasks],
    ['citations', words.tabs.citations, kept(draft.citations) + kept(draft.answers)],
    ['dues', words.tabs.dues, kept(draft.reportDue) + (draft.head.period.until ? 1 : 0)],
    ['recipients', words.tabs.recipients, kept(draft.recipients)],
    ['findings', words.tabs.findings, content.findings.length],
  ];
  // A movement whose document came several times is one movement.
  const onceEach = matches.filter(
    ({ movement }, at) => !movement || matches.findIndex((one) => one.movement?.id === movement.id) === at,
  );
  const known = onceEach.find(({ movement }) => movement)?.movement ?? null;
  return (
    <div className="workspace">
      <header className="workspace-head">
        <div className="workspace-words">
          <h1>{draft.head.title.trim() === '' ? reading.fileName : draft.head.title}</h1>
          <p className="quiet">
            {reading.fileName} · <SaveWords state={saving.state} />
          </p>
        </div>
        <div className="workspace-deeds">
          <ActionIcon
            variant="default"
            size="lg"
            onClick={drafting.undo}
            disabled={!drafting.canUndo}
            aria-label={text.frame.undo}
            title={`${text.frame.undo} (Ctrl+Z)`}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            onClick={drafting.redo}
            disabled={!drafting.canRedo}
            aria-label={text.frame.redo}
            title={`${text.frame.redo} (Ctrl+Y)`}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            onClick={() => setDiscarding(true)}
            aria-label={words.discard}
            title={words.discard}
          >
            <IconTrash size={18} />
          </ActionIcon>
          {known ? (
            <Button component={Link} to={`/van-ban/${reading.id}/so-sanh/${known.id}`}>
              {words.matchCompare}
            </Button>
          ) : null}
          <Button
            variant={known || nothing ? 'default' : 'filled'}
            onClick={() => setCreating(true)}
            className="workspace-create"
          >
            {narrow || nothing ? words.createDeed : words.create(counts.targets, counts.tasks)}
          </Button>
        </div>
      </header>
      <Matches matches={onceEach} readingId={reading.id} />
      {nothing ? (
        <p className="note tone-warning" role="status">
          {words.createNothingAbout} <Link to="/phong-trao/moi">{words.createNothingMake}</Link>.
        </p>
      ) : null}
      {content.source.ocr ? <p className="note tone-warning">{words.ocrNote}</p> : null}
      {narrow ? (
        <SegmentedControl
          fullWidth
          value={side}
          onChange={(value) => setSide(value === 'document' ? 'document' : 'facts')}
          data={[
            { value: 'document', label: words.tabDocument },
            { value: 'facts', label: words.tabFacts },
          ]}
        />
      ) : null}
      <div className="workspace-sides">
        {narrow && side !== 'document' ? null : (
          <section className="workspace-paper" aria-label={words.tabDocument} tabIndex={0}>
            <Legend />
            <Sheet
              content={content}
              highlights={highlights}
              active={links.active}
              follow={links.follow}
              hover={links.hoverText}
              choose={links.chooseText}
              addTarget={addTarget}
              addTask={addTask}
            />
          </section>
        )}
        {narrow && side !== 'facts' ? null : (
          <section className="workspace-facts card" aria-label={words.tabFacts}>
            <Tabs value={tab} onChange={(value) => setTab((value ?? 'targets') as Tab)} keepMounted={false}>
              <Tabs.List>
                {tabs.map(([name, word, count]) => (
                  <Tabs.Tab
                    key={name}
                    value={name}
                    rightSection={count === null ? null : <span className="tab-count figures">{count}</span>}
                  >
                    {word}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value="head">
                <HeadForm drafting={drafting} launcher={launcher} launch={setLauncher} otherIssuer={otherIssuer} />
              </Tabs.Panel>
              <Tabs.Panel value="targets">
                <TargetsTab drafting={drafting} links={links} findings={content.findings} />
              </Tabs.Panel>
              <Tabs.Panel value="tasks">
                <TasksTab drafting={drafting} links={links} />
              </Tabs.Panel>
              <Tabs.Panel value="citations">
                <CitationsTab drafting={drafting} links={links} />
              </Tabs.Panel>
              <Tabs.Panel value="dues">
                <DuesTab drafting={drafting} links={links} />
              </Tabs.Panel>
              <Tabs.Panel value="recipients">
                <RecipientsTab drafting={drafting} links={links} />
              </Tabs.Panel>
              <Tabs.Panel value="findings">
                <FindingsTab findings={content.findings} links={links} choose={seeFact} />
              </Tabs.Panel>
            </Tabs>
          </section>
        )}
      </div>
      <CreateDialog
        readingId={reading.id}
        draft={draft}
        launcher={launcher.name}
        otherIssuer={otherIssuer}
        opened={creating}
        close={() => setCreating(false)}
        flush={saving.flush}
        made={(movementId) => {
          sayDone(words.created);
          void navigate(`/phong-trao/${movementId}`, { state: ARRIVED });
        }}
      />
      <Confirm
        opened={discarding}
        close={() => setDiscarding(false)}
        question={words.discardAsk}
        about={words.discardAbout}
        deedWord={words.discard}
        deed={(actionId) => call(discardReading, { readingId: reading.id, actionId })}
        done={() => {
          sayDone(words.discarded);
          void navigate('/van-ban');
        }}
      />
      <Conflict
        state={saving.state}
        takeNewer={(newer) => {
          saving.settle(newer, false);
          drafting.replace(newer.draft);
        }}
        keepMine={(newer) => saving.settle(newer, true)}
      />
    </div>
  );
}

function SaveWords({ state }: { state: SaveState }) {
  const words = useText().workroom.reading;
  const time = (at: string) => new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  if (state.kind === 'saved') return <span role="status">{words.savedAt(time(state.at))}</span>;
  return <span role="status">{state.kind === 'saving' ? words.saving : words.notSaved}</span>;
}

/** Somebody else checked the same reading meanwhile: nothing is lost, the person decides. */
function Conflict({
  state,
  takeNewer,
  keepMine,
}: {
  state: SaveState;
  takeNewer: (newer: SavedDraft) => void;
  keepMine: (newer: SavedDraft) => void;
}) {
  const text = useText();
  if (state.kind !== 'stale') return null;
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={text.problems.stale}>
      <p>{state.newer.savedBy}</p>
      <Button onClick={() => takeNewer(state.newer)} mr="sm">
        {text.workroom.reading.compareAfter}
      </Button>
      <Button variant="default" onClick={() => keepMine(state.newer)}>
        {text.workroom.reading.compareKeep}
      </Button>
    </Modal>
  );
}

function Matches({ matches, readingId }: { matches: readonly DocumentMatch[]; readingId: string }) {
  const text = useText();
  const words = text.workroom.reading;
  if (matches.length === 0) return null;
  return (
    <div className="note tone-warning" role="status">
      <strong>{words.matchTitle}</strong>
      <ul>
        {matches.map((match) => (
          <li key={match.documentId}>
            {text.documents.matches[match.kind]}: {[match.numberSymbol, match.title].filter(Boolean).join(' · ')}
            {match.movement ? (
              <>
                {' '}
                <Link to={`/van-ban/${readingId}/so-sanh/${match.movement.id}`}>{words.matchCompare}</Link> ·{' '}
                <Link to={`/phong-trao/${match.movement.id}`}>{words.matchOpen}</Link>
              </>
            ) : match.readingId && match.readingId !== readingId ? (
              <>
                {' '}
                <Link to={`/van-ban/${match.readingId}`}>{text.frame.open}</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Legend() {
  const words = useText().workroom.reading;
  const kinds = [
    ['target', words.tabs.targets],
    ['task', words.tabs.tasks],
    ['citation', words.tabs.citations],
    ['due', words.tabs.dues],
    ['recipient', words.tabs.recipients],
    ['finding', words.tabs.findings],
  ] as const;
  return (
    <ul className="legend" aria-label={words.legend}>
      {kinds.map(([kind, word]) => (
        <li key={kind}>
          <span className={`hl hl-${kind}`}>{word}</span>
        </li>
      ))}
    </ul>
  );
}

function useTabOf(draft: SavedDraft['draft']): (key: string) => Tab {
  return useMemo(() => {
    const tabs = new Map<string, Tab>();
    for (const row of draft.targets) tabs.set(row.key, 'targets');
    for (const row of draft.tasks) tabs.set(row.key, 'tasks');
    for (const row of [...draft.citations, ...draft.answers]) tabs.set(row.key, 'citations');
    for (const row of draft.reportDue) tabs.set(row.key, 'dues');
    for (const row of draft.recipients) tabs.set(row.key, 'recipients');
    return (key: string) => tabs.get(key) ?? 'findings';
  }, [draft]);
}

/** Lights up the row of the active fact. */
function useActiveRow(active: string | null): void {
  useEffect(() => {
    if (active === null) return;
    const row = document.getElementById(`row-${active}`);
    row?.classList.add('row-active');
    return () => row?.classList.remove('row-active');
  }, [active]);
}

function useHighlights(draft: SavedDraft['draft'], content: ReadingContent): Highlight[] {
  return useMemo(() => {
    const found: Highlight[] = [];
    const lists = [
      ['target', draft.targets],
      ['task', draft.tasks],
      ['citation', draft.citations],
      ['citation', draft.answers],
      ['due', draft.reportDue],
      ['recipient', draft.recipients],
    ] as const;
    for (const [kind, rows] of lists)
      for (const { key, place, kept: isKept } of rows) {
        if (!place) continue;
        const spans = place.mentions.length > 0 ? place.mentions : [place.span];
        for (const span of spans) found.push({ key, kind, span, struck: !isKept });
      }
    content.findings.forEach(({ span }, index) => {
      if (span) found.push({ key: `f${index}`, kind: 'finding', span, struck: false });
    });
    return found;
  }, [draft, content]);
}
