import './notices.css';
import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBell,
  IconCircleCheck,
  IconClock,
  IconMessageReport,
  IconPencil,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { listNotices, markNotices, type Notice, type NoticeMatter } from '../../contract/notices.ts';
import { pathOf } from '../../core/rules/notices.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { NOTICES_MARKED } from '../bell.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

export const noticesLoader = ({ request }: LoaderFunctionArgs) => {
  const before = new URL(request.url).searchParams.get('truoc');
  return call(listNotices, before !== null && /^\d{4}-\d{2}-\d{2}$/.test(before) ? { before } : {}, {
    signal: request.signal,
  });
};

/** Thông báo: what one was told, by day. */
export function NoticesPage() {
  const text = useText();
  const words = text.notices;
  const { notices, more, unread } = useLoaderData<typeof noticesLoader>();
  const { revalidate } = useRevalidator();
  const { busy, error, run } = useAct();
  const mark = async (read: boolean, notice?: Notice) => {
    const noticeIds = notice && [notice.id];
    const done = await run((actionId) => call(markNotices, { actionId, read, ...(noticeIds ? { noticeIds } : {}) }));
    if (done === null) return;
    if (!notice) sayDone(words.marked);
    window.dispatchEvent(new Event(NOTICES_MARKED));
    await revalidate();
  };
  const oldest = notices.at(-1)?.day;
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about}>
        {unread > 0 ? (
          <Button variant="default" loading={busy} onClick={() => void mark(true)}>
            {words.markAll}
          </Button>
        ) : null}
      </PageHead>
      <ActErrorNote error={error} />
      {notices.length === 0 ? (
        <div className="card">
          <Empty icon={<IconBell size={36} stroke={1.4} />} title={words.none}>
            {words.noneAbout}
          </Empty>
        </div>
      ) : (
        notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} busy={busy} mark={(read) => void mark(read, notice)} />
        ))
      )}
      {more && oldest ? (
        <p>
          <Link to={`?truoc=${oldest}`}>{words.older}</Link>
        </p>
      ) : null}
    </>
  );
}

function NoticeCard({ notice, busy, mark }: { notice: Notice; busy: boolean; mark: (read: boolean) => void }) {
  const words = useText().notices;
  const { today } = useSession();
  const day = notice.day === today ? words.today : words.day(notice.day);
  return (
    <section className={notice.read ? 'card notice' : 'card notice notice-new'} aria-labelledby={`notice-${notice.id}`}>
      <div className="card-head">
        <h2 id={`notice-${notice.id}`}>
          {day}
          {notice.read ? null : <span className="badge tone-on-track">{words.unread(notice.lines.length)}</span>}
        </h2>
        <Button
          variant="subtle"
          size="xs"
          disabled={busy}
          aria-label={notice.read ? words.markUnreadOf(day) : words.markReadOf(day)}
          onClick={() => mark(!notice.read)}
        >
          {notice.read ? words.markUnread : words.markRead}
        </Button>
      </div>
      <ul className="notice-lines">
        {notice.lines.map((line) => (
          <NoticeLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function NoticeLine({ line: { matter, organisation } }: { line: Notice['lines'][number] }) {
  const words = useText().notices;
  const { person } = useSession();
  const { title, about } = words.line(matter);
  return (
    <li>
      <span className={`notice-mark ${toneOf(matter)}`} aria-hidden="true">
        {markOf(matter)}
      </span>
      <div>
        <Link to={pathOf(matter)}>{title}</Link>
        <p className="quiet">
          {about}
          {organisation.id === person.organisation.id ? null : ` (${words.elsewhere(organisation.name)})`}
        </p>
      </div>
    </li>
  );
}

const toneOf = (matter: NoticeMatter): string => {
  if (matter.kind === 'figures-approved') return 'notice-done';
  if (matter.kind === 'figures-returned') return 'notice-late';
  if (!('stage' in matter.facts)) return 'notice-coming';
  return matter.facts.stage === 'coming' ? 'notice-coming' : 'notice-late';
};

const markOf = ({ kind, facts }: NoticeMatter) => {
  if (kind === 'figures-approved') return <IconCircleCheck size={20} stroke={1.8} />;
  if (kind === 'figures-returned') return <IconArrowBackUp size={20} stroke={1.8} />;
  if (kind === 'figures-corrected') return <IconPencil size={20} stroke={1.8} />;
  if (!('stage' in facts)) return <IconMessageReport size={20} stroke={1.8} />;
  if ('units' in facts) return <IconUsersGroup size={20} stroke={1.8} />;
  return facts.stage === 'coming' ? <IconClock size={20} stroke={1.8} /> : <IconAlertTriangle size={20} stroke={1.8} />;
};
