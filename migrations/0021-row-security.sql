-- The second wall: whatever a query forgets, the application's role sees and writes rows of one province only, the one
-- its transaction names in thidua.province. The owner of the tables (migrations, backups, the auditor's walk over all
-- chains) is not subject to it.

CREATE FUNCTION wall_off(walled regclass, province_column name DEFAULT 'province_id') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  -- In a subquery of its own: asked once a statement, not once a row, and an index on the province still serves.
  own CONSTANT text := format('%I = (SELECT nullif(current_setting(''thidua.province'', true), '''')::uuid)', province_column);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
  EXECUTE format('CREATE POLICY own_province ON %s USING (%s) WITH CHECK (%s)', walled, own, own);
END $$;
COMMENT ON FUNCTION wall_off(regclass, name) IS 'Lets the application see and write only rows of the province its transaction names. Every migration that makes a table with province_id calls it.';

ALTER TABLE sessions ADD COLUMN province_id uuid REFERENCES provinces;
UPDATE sessions SET province_id = (SELECT province_id FROM accounts WHERE id = account_id);
ALTER TABLE sessions ALTER COLUMN province_id SET NOT NULL;
COMMENT ON COLUMN sessions.province_id IS 'Of the account.';

SELECT wall_off('provinces', 'id');
SELECT wall_off('organisations');
SELECT wall_off('organisation_closure');
SELECT wall_off('organisation_successions');
SELECT wall_off('cluster_members');
SELECT wall_off('accounts');
SELECT wall_off('posts');
SELECT wall_off('deputations');
SELECT wall_off('sessions');
SELECT wall_off('actions');
SELECT wall_off('audit_heads');
SELECT wall_off('audit_entries');
SELECT wall_off('audit_payloads');
SELECT wall_off('files');
SELECT wall_off('documents');
SELECT wall_off('readings');
SELECT wall_off('movements');
SELECT wall_off('movement_joint_launchers');
SELECT wall_off('movement_documents');
SELECT wall_off('targets');
SELECT wall_off('tasks');
SELECT wall_off('movement_citations');
SELECT wall_off('movement_report_dues');
SELECT wall_off('movement_recipients');
SELECT wall_off('movement_responses');
SELECT wall_off('movement_history');
SELECT wall_off('measurements');

-- The doors. Some questions come before a province is known: whose name, whose token? Each door takes what the asker
-- brings and says which province to go on in, no more; everything else is then asked inside the wall. They run as the
-- owner of the tables, with a search path nobody can bend, and only a role that was given the schema may use them.
CREATE SCHEMA door;
COMMENT ON SCHEMA door IS 'The only ways through the wall between provinces: a name, a token or a state in, a province out.';

CREATE FUNCTION door.province_of_name(called text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT province_id FROM public.accounts WHERE (lower(name) = called OR lower(email) = called) AND disabled_at IS NULL
    ORDER BY lower(name) = called DESC LIMIT 1
  $$;
COMMENT ON FUNCTION door.province_of_name(text) IS 'Province of the account called so, in lower case; a name goes before an address that reads the same.';

CREATE FUNCTION door.province_of_session(token bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.sessions WHERE token_hash = token $$;
COMMENT ON FUNCTION door.province_of_session(bytea) IS 'Province of the session whose token has this hash.';

CREATE FUNCTION door.provinces_with_readings(wanted text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.readings WHERE state = wanted GROUP BY province_id ORDER BY min(started_at) $$;
COMMENT ON FUNCTION door.provinces_with_readings(text) IS 'Provinces in which readings of this state are, the longest waiting first.';

CREATE FUNCTION door.provinces() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT id FROM public.provinces ORDER BY id $$;
COMMENT ON FUNCTION door.provinces() IS 'All provinces, for work that goes on in each of them by itself.';

CREATE FUNCTION door.somebody_there() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM public.accounts) $$;
COMMENT ON FUNCTION door.somebody_there() IS 'Whether any account exists: the first set-up is over.';
