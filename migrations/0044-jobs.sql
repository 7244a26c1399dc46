-- Work that goes on by itself after an act: reminding, letters, messages to devices. Written in the transaction that
-- asked for it, so that it is neither forgotten nor done for something that never happened.

CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  kind text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting' CONSTRAINT jobs_state_known CHECK (state IN ('waiting', 'running', 'done', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  run_at timestamptz NOT NULL DEFAULT now(),
  made_at timestamptz NOT NULL DEFAULT now(),
  lease_owner uuid,
  lease_until timestamptz,
  ended_at timestamptz,
  failure text,
  CONSTRAINT jobs_once UNIQUE (province_id, kind, key),
  CONSTRAINT jobs_lease_while_running CHECK ((state = 'running') = (lease_owner IS NOT NULL) AND (lease_owner IS NULL) = (lease_until IS NULL)),
  CONSTRAINT jobs_end_when_over CHECK ((state IN ('done', 'dead')) = (ended_at IS NOT NULL))
);
CREATE INDEX jobs_waiting ON jobs (province_id, run_at) WHERE state = 'waiting';
CREATE INDEX jobs_running ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_over ON jobs (province_id, ended_at) WHERE state IN ('done', 'dead');
COMMENT ON TABLE jobs IS 'What the server has to do by itself, once each, whichever process comes first and however often one dies over it.';
COMMENT ON COLUMN jobs.id IS 'Made by the application.';
COMMENT ON COLUMN jobs.province_id IS 'In which province.';
COMMENT ON COLUMN jobs.kind IS 'What is to be done; the list is JOB_KINDS in core/rules.';
COMMENT ON COLUMN jobs.key IS 'What it is done for: asked for a second time it is the same job.';
COMMENT ON COLUMN jobs.payload IS 'What the work needs to know, as its kind says.';
COMMENT ON COLUMN jobs.state IS 'Waiting, running, done, or dead: given up after so many attempts.';
COMMENT ON COLUMN jobs.attempts IS 'How often it was begun; counted when it is taken, so that what kills its process ends too.';
COMMENT ON COLUMN jobs.run_at IS 'Not before.';
COMMENT ON COLUMN jobs.made_at IS 'When it was asked for.';
COMMENT ON COLUMN jobs.lease_owner IS 'Which attempt of which process has it: a fresh id each time it is taken.';
COMMENT ON COLUMN jobs.lease_until IS 'Until when that process is taken to be alive.';
COMMENT ON COLUMN jobs.ended_at IS 'When it was done or given up.';
COMMENT ON COLUMN jobs.failure IS 'Why the last attempt failed; null where none did.';
SELECT wall_off('jobs');

CREATE FUNCTION door.provinces_with_jobs() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT province_id FROM public.jobs
    WHERE (state = 'waiting' AND run_at <= now()) OR (state = 'running' AND lease_until < now())
    GROUP BY province_id ORDER BY min(run_at)
  $$;
COMMENT ON FUNCTION door.provinces_with_jobs() IS 'Provinces in which jobs can be begun now, the longest waiting first.';
