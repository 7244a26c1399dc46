import { Button } from '@mantine/core';
import { useRevalidator } from 'react-router';
import { type JobsFacts, retryJob } from '../../contract/system.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { numberCell, TableExport } from '../table-export.tsx';
import { useAct } from '../use-act.ts';

/** What the server does by itself: how much waits, and what was given up, to be tried again. */
export function JobsCard({ jobs, mayRetry }: { jobs: JobsFacts; mayRetry: boolean }) {
  const words = useText().system.jobs;
  const { busy, error, run } = useAct();
  const { revalidate } = useRevalidator();
  const retry = async (jobId: JobsFacts['dead'][number]['id']) => {
    const done = await run((actionId) => call(retryJob, { actionId, jobId }));
    if (done) sayDone(words.retried);
    await revalidate();
  };
  return (
    <section className="card" aria-labelledby="jobs-head">
      <h2 id="jobs-head">{words.title}</h2>
      <p className="card-body quiet">{words.about}</p>
      <p className="card-body">
        {words.counts(jobs.waiting, jobs.running, jobs.done)} {jobs.deadInAll === 0 ? words.deadNone : null}
      </p>
      <ActErrorNote error={error} />
      {jobs.dead.length === 0 ? null : (
        <>
          <div className="keep-deeds">
            <TableExport
              title={words.title}
              lines={[words.dead(jobs.deadInAll)]}
              columns={[
                { title: words.kind, cell: ({ kind }: JobsFacts['dead'][number]) => words.kinds[kind] },
                { title: words.endedAt, cell: ({ endedAt }) => formatMoment(endedAt) },
                { title: words.attempts, cell: ({ attempts }) => numberCell(attempts) },
                {
                  title: words.failure,
                  cell: ({ failure }) => (failure === 'interrupted' ? words.interrupted : failure),
                },
              ]}
              rows={jobs.dead}
            />
          </div>
          <table className="table stacking">
            <caption>{words.dead(jobs.deadInAll)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.endedAt}</th>
                <th scope="col" className="number">
                  {words.attempts}
                </th>
                <th scope="col">{words.failure}</th>
                {mayRetry ? <th scope="col">{words.retry}</th> : null}
              </tr>
            </thead>
            <tbody>
              {jobs.dead.map(({ id, kind, endedAt, attempts, failure }) => (
                <tr key={id}>
                  <td data-label={words.kind}>{words.kinds[kind]}</td>
                  <td data-label={words.endedAt}>{formatMoment(endedAt)}</td>
                  <td data-label={words.attempts} className="number">
                    {attempts}
                  </td>
                  <td data-label={words.failure}>{failure === 'interrupted' ? words.interrupted : failure}</td>
                  {mayRetry ? (
                    <td data-label={words.retry}>
                      <Button
                        variant="default"
                        size="xs"
                        disabled={busy}
                        aria-label={words.retryOf(words.kinds[kind], formatMoment(endedAt))}
                        onClick={() => void retry(id)}
                      >
                        {words.retry}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
