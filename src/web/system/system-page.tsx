import { Button } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLoaderData, useRevalidator } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type BackupLine, backUp, getSystem, rehearseBackup } from '../../contract/system.ts';
import { backupEn } from '../../core/text/en/backup.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { backupVi } from '../../core/text/vi/backup.ts';
import { Empty, Stat, Stats } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useLanguage, useText } from '../language.tsx';
import { formatBytes, formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { numberCell, TableExport } from '../table-export.tsx';
import { useAct } from '../use-act.ts';
import { JobsCard } from './jobs-card.tsx';
import { MailCard } from './mail-card.tsx';

type System = OutputOf<typeof getSystem>;

export const systemLoader = () => call(getSystem, {});

const LOOK_AGAIN_MS = 3_000;

/** How the house stands, and backups. */
export function SystemPage() {
  const text = useText();
  const words = text.system;
  const system = useLoaderData<System>();
  const { revalidate } = useRevalidator();
  const running = system.backups.some(({ state }) => state === 'running');
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, revalidate]);
  return (
    <section aria-labelledby="system-head">
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <h2 id="system-head" className="visually-hidden">
        {words.title}
      </h2>
      <p className="keep-quiet">{words.about}</p>
      <div className="keep-stats">
        <Facts system={system} />
      </div>
      <div className="keep-cards">
        <Backups system={system} running={running} />
        <MailCard mail={system.mail} />
        <JobsCard jobs={system.jobs} mayRetry={system.mayRetryJobs} />
      </div>
    </section>
  );
}

function Facts({ system }: { system: System }) {
  const words = useText().system;
  const { database, disk, readings, audit } = system;
  const made = system.backups.find(({ how, state }) => how !== 'rehearsal' && state === 'done');
  const checked = audit.checkedAt === null ? '' : formatMoment(audit.checkedAt);
  return (
    <Stats>
      <Stat
        word={words.lastBackup}
        value={made ? formatMoment(made.startedAt) : words.neverBackedUp}
        note={made?.bytes ? formatBytes(made.bytes) : null}
      />
      <Stat word={words.version} value={system.version} note={words.since(formatMoment(system.startedAt))} />
      <Stat
        word={words.database}
        value={formatBytes(database.bytes)}
        note={
          <>
            PostgreSQL {database.server}, {database.embedded ? words.embedded : words.external};{' '}
            {words.migrations(database.migrations, database.newest)}; {words[database.kind]}
          </>
        }
      />
      <Stat
        word={words.audit}
        value={words.rows(formatDecimal(audit.rows))}
        note={
          audit.whole === null ? (
            words.auditNever
          ) : audit.whole ? (
            words.auditWhole(checked)
          ) : (
            <span className="keep-alarm">{words.auditBroken(checked)}</span>
          )
        }
      />
      <Stat
        word={words.disk}
        value={disk ? formatBytes(disk.free) : '…'}
        note={disk ? words.diskOf(formatBytes(disk.total)) : null}
      />
      <Stat
        word={words.readings}
        value={readings.waiting}
        note={words.readingsNote(readings.running, readings.failed)}
      />
      <Stat word={words.errors} value={system.errors} note={system.errors > 0 ? words.errorsNote : null} />
      <Stat
        word={words.wall}
        value={database.wall ? '✓' : '✕'}
        note={database.wall ? words.wallOn : <span className="keep-alarm">{words.wallOff}</span>}
      />
      <Stat word={words.swept} value={system.upkeep.sweptAt ? formatMoment(system.upkeep.sweptAt) : words.sweptNever} />
    </Stats>
  );
}

function Backups({ system, running }: { system: System; running: boolean }) {
  const words = useText().system;
  const { busy, error, run } = useAct();
  const [asking, setAsking] = useState(false);
  const { revalidate } = useRevalidator();
  const begin = async () => {
    const begun = await run((actionId) => call(backUp, { actionId }));
    if (!begun) return;
    sayDone(words.backupBegun);
    await revalidate();
  };
  const { backups, backupFolder, mayBackUp } = system;
  return (
    <section className="card" aria-labelledby="backups-head">
      <div className="card-head">
        <h2 id="backups-head">{words.backups}</h2>
        <div className="page-head-deeds">
          {backups.length > 0 ? <BackupExport backups={backups} /> : null}
          {mayBackUp ? (
            <>
              <Button variant="default" disabled={running} onClick={() => setAsking(true)}>
                {words.rehearse}
              </Button>
              <Button loading={busy} disabled={running} onClick={() => void begin()}>
                {words.backupNow}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {backupFolder ? <p className="card-body quiet">{words.backupsAbout(backupFolder)}</p> : null}
      <ActErrorNote error={error} />
      {backups.length === 0 ? (
        <Empty icon={<IconDatabaseExport size={32} stroke={1.5} />} title={words.none}>
          {words.noneAbout}
        </Empty>
      ) : (
        <BackupTable backups={backups} />
      )}
      <Confirm
        opened={asking}
        close={() => setAsking(false)}
        question={words.rehearseQuestion}
        deedWord={words.rehearse}
        deed={(actionId) => call(rehearseBackup, { actionId })}
        done={() => {
          sayDone(words.rehearseBegun);
          void revalidate();
        }}
      />
    </section>
  );
}

const TONES = { running: 'running', done: 'done', failed: 'error' } as const;

function BackupExport({ backups }: { backups: readonly BackupLine[] }) {
  const words = useText().system;
  return (
    <TableExport
      title={words.backups}
      columns={[
        { title: words.at, cell: ({ startedAt }: BackupLine) => formatMoment(startedAt) },
        { title: words.how, cell: ({ how }) => words.ways[how] },
        { title: words.place, cell: ({ place }) => place },
        { title: words.state, cell: ({ state }) => words.states[state] },
        { title: words.count, cell: ({ rows }) => numberCell(rows) },
        { title: `${words.size} (byte)`, cell: ({ bytes }) => numberCell(bytes) },
      ]}
      rows={backups}
    />
  );
}

function BackupTable({ backups }: { backups: BackupLine[] }) {
  const words = useText().system;
  const { language } = useLanguage();
  const reasons: Partial<Record<string, string>> = {
    ...(language === 'en' ? backupEn : backupVi).reasons,
    interrupted: words.interrupted,
  };
  return (
    <table className="table stacking">
      <caption className="visually-hidden">{words.backups}</caption>
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.how}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" className="number">
            {words.count}
          </th>
          <th scope="col" className="number">
            {words.size}
          </th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {backups.map((one) => (
          <tr key={`${one.startedAt} ${one.place} ${one.how}`}>
            <td data-label={words.at}>{formatMoment(one.startedAt)}</td>
            <td data-label={words.how}>{words.ways[one.how]}</td>
            <td data-label={words.place}>{one.place}</td>
            <td data-label={words.state}>
              <span>
                <span className={`badge tone-${TONES[one.state]}`}>{words.states[one.state]}</span>
                {one.failure ? <span className="keep-quiet">{reasons[one.failure] ?? words.broken}</span> : null}
              </span>
            </td>
            <td data-label={words.count} className="number">
              {one.rows === null ? '' : formatDecimal(one.rows)}
            </td>
            <td data-label={words.size} className="number">
              {one.bytes === null ? '' : formatBytes(one.bytes)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
