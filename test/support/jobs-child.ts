/** A program that does jobs of the database named until it is killed. "slow" jobs it begins and never ends. */
import { sql } from 'kysely';
import { connect } from '../../src/server/db/connect.ts';
import { endJob, type JobHandler, startJobs } from '../../src/server/jobs.ts';
import { inProvince } from '../../src/server/wall.ts';

const database = connect(process.argv[2] ?? '', { max: 6 });
const work: JobHandler = async (job) => {
  if (job.payload['slow'] === true && job.attempts === 1) {
    console.log(`begun ${job.key}`);
    await new Promise(() => undefined);
  }
  await new Promise((done) => setTimeout(done, Number(job.payload['takesMs'] ?? 0)));
  if (job.payload['deadly'] === true) process.kill(process.pid, 'SIGKILL');
  await inProvince(database.db, job.provinceId, async (trx) => {
    await sql`INSERT INTO sign_in_attempts (id, key, at) VALUES (gen_random_uuid(), ${job.key}, now())`.execute(trx);
    await endJob(trx, job);
  });
  console.log(`done ${job.key}`);
};
startJobs({
  world: { db: database.db, failed: (error) => console.error(error) },
  handlers: { remind: work, deliver: work, mail: work, push: work },
  parallel: 3,
  everyMs: 50,
  leaseMs: 1_500,
});
// The runner's own beat keeps nobody alive.
setInterval(() => undefined, 60_000);
console.log('ready');
