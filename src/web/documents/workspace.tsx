import { ActionIcon, Button, SegmentedControl, Tabs } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp, IconTrash } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { z } from 'zod';
import { discardReading, type getReading, type SavedDraft } from '../../contract/documents.ts';
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
import { useSaving } from './saving.ts';
import { type Marked, Sheet } from './sheet.tsx';
import { TargetsTab } from './targets-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';
import { type FactTab, useActiveRow, useHighlights, useTabOf } from './use-highlights.ts';
import { useLauncher } from './use-launcher.ts';
import { Conflict, Legend, Matches, SaveWords } from './workspace-notes.tsx';

type Answer = z.output<typeof getReading.output>;
type Props = { answer: Answer & { content: ReadingContent; draft: SavedDraft } };

const kept = (rows: readonly { kept: boolean }[]) => rows.filter((row) => row.kept).length;

/** The document on the left, what was found on the right, each pointing at the other. */
export function Workspace({ answer }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const navigate = useNavigate();
  const { reading, content, matches } = answer;
  const drafting = useDraft(answer.draft.draft);
  const saving = useSaving(reading.id, answer.draft, drafting.draft);
  const [tab, setTab] = useState<FactTab>('targets');
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
  const tabs: [FactTab, string, number | null][] = [
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
            <Tabs value={tab} onChange={(value) => setTab((value ?? 'targets') as FactTab)} keepMounted={false}>
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
