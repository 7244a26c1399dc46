-- What a province sets for itself, with dates; days off; its changes to the catalogue; the server's own housekeeping.

CREATE TABLE settings (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  key text NOT NULL,
  value jsonb NOT NULL,
  valid_from date NOT NULL,
  reason text,
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL REFERENCES accounts,
  set_by_post text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by_post text,
  CONSTRAINT settings_withdrawn_by_somebody CHECK ((withdrawn_at IS NULL) = (withdrawn_by_post IS NULL))
);
CREATE UNIQUE INDEX settings_once_a_day ON settings (organisation_id, key, valid_from) WHERE withdrawn_at IS NULL;
CREATE INDEX settings_by_province ON settings (province_id, key, valid_from);
COMMENT ON TABLE settings IS 'Values of the registry in core/law/settings.ts that somebody set: for an organisation and all below it, from a day on.';
COMMENT ON COLUMN settings.id IS 'Made by the application.';
COMMENT ON COLUMN settings.province_id IS 'The province of the organisation.';
COMMENT ON COLUMN settings.organisation_id IS 'For whom and for whoever stands below; the nearest above decides.';
COMMENT ON COLUMN settings.key IS 'Which setting.';
COMMENT ON COLUMN settings.value IS 'Its value, of the type the registry says; null goes back to what stands above or to the default.';
COMMENT ON COLUMN settings.valid_from IS 'First day on which it holds; it holds until the next.';
COMMENT ON COLUMN settings.reason IS 'Why, or the number of the paper that says so.';
COMMENT ON COLUMN settings.set_at IS 'When it was set.';
COMMENT ON COLUMN settings.set_by IS 'By which account.';
COMMENT ON COLUMN settings.set_by_post IS 'In which post, as it was called then.';
COMMENT ON COLUMN settings.withdrawn_at IS 'When it was taken back; null while it counts.';
COMMENT ON COLUMN settings.withdrawn_by_post IS 'Post of who took it back.';

CREATE TABLE holidays (
  province_id uuid NOT NULL REFERENCES provinces,
  day date NOT NULL,
  kind text NOT NULL CONSTRAINT holidays_kind_known CHECK (kind IN ('holiday', 'workday', 'plain')),
  name text NOT NULL,
  source text,
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL REFERENCES accounts,
  set_by_post text NOT NULL,
  PRIMARY KEY (province_id, day)
);
COMMENT ON TABLE holidays IS 'Days on which a province differs from the list of core/law/holidays.ts.';
COMMENT ON COLUMN holidays.province_id IS 'Whose calendar.';
COMMENT ON COLUMN holidays.day IS 'The day.';
COMMENT ON COLUMN holidays.kind IS 'The list is DAY_KINDS in core/rules: off, worked, or as its weekday is.';
COMMENT ON COLUMN holidays.name IS 'What people call it.';
COMMENT ON COLUMN holidays.source IS 'The paper that says so.';
COMMENT ON COLUMN holidays.set_at IS 'When it was set.';
COMMENT ON COLUMN holidays.set_by IS 'By which account.';
COMMENT ON COLUMN holidays.set_by_post IS 'In which post, as it was called then.';

CREATE TABLE indicator_changes (
  province_id uuid NOT NULL REFERENCES provinces,
  code text NOT NULL,
  own jsonb,
  name text,
  aliases text[] NOT NULL DEFAULT '{}',
  retired_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, code),
  CONSTRAINT indicator_changes_own_named CHECK (own IS NULL OR name IS NOT NULL)
);
COMMENT ON TABLE indicator_changes IS 'A province''s own indicators, and what it calls or leaves out of the catalogue in core/law.';
COMMENT ON COLUMN indicator_changes.province_id IS 'Whose.';
COMMENT ON COLUMN indicator_changes.code IS 'Of the catalogue, or of its own, beginning with "rieng_".';
COMMENT ON COLUMN indicator_changes.own IS 'Domain, units, direction, nature and roll-up of an indicator of its own; null for one of the catalogue.';
COMMENT ON COLUMN indicator_changes.name IS 'Its own name; null keeps the catalogue''s.';
COMMENT ON COLUMN indicator_changes.aliases IS 'Further wordings.';
COMMENT ON COLUMN indicator_changes.retired_at IS 'Since when it is not offered any more.';
COMMENT ON COLUMN indicator_changes.version IS 'Counts edits.';

CREATE TABLE upkeep (
  province_id uuid NOT NULL REFERENCES provinces,
  job text NOT NULL,
  done_at timestamptz NOT NULL,
  said jsonb NOT NULL,
  PRIMARY KEY (province_id, job)
);
COMMENT ON TABLE upkeep IS 'What the server does by itself in each province, once a day whichever process comes first.';
COMMENT ON COLUMN upkeep.province_id IS 'Where.';
COMMENT ON COLUMN upkeep.job IS 'What: sweep-old, check-audit.';
COMMENT ON COLUMN upkeep.done_at IS 'When it was last done.';
COMMENT ON COLUMN upkeep.said IS 'What came of it, in counts.';

CREATE TABLE backups (
  id uuid PRIMARY KEY,
  how text NOT NULL CONSTRAINT backups_how_known CHECK (how IN ('command', 'page', 'rehearsal')),
  place text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  failure text,
  version text NOT NULL,
  row_count bigint,
  bytes bigint
);
CREATE INDEX backups_by_time ON backups (started_at DESC);
COMMENT ON TABLE backups IS 'Backups and rehearsals of this database, of all provinces together; the backups themselves say what is in them.';
COMMENT ON COLUMN backups.id IS 'Made by the application.';
COMMENT ON COLUMN backups.how IS 'By the command, by the page, or a rehearsal of restoring one; the list is BACKUP_WAYS in core/rules.';
COMMENT ON COLUMN backups.place IS 'Name of its folder.';
COMMENT ON COLUMN backups.started_at IS 'When it was begun.';
COMMENT ON COLUMN backups.ended_at IS 'When it ended, well or not; null while it runs or where the process died.';
COMMENT ON COLUMN backups.failure IS 'Why it failed: a code of server/db/backup-folder.ts, or "broken"; null where it did not.';
COMMENT ON COLUMN backups.version IS 'Version of the program.';
COMMENT ON COLUMN backups.row_count IS 'Rows of all tables.';
COMMENT ON COLUMN backups.bytes IS 'Bytes of all parts as they lie on disk.';

SELECT wall_off('settings');
SELECT wall_off('holidays');
SELECT wall_off('indicator_changes');
SELECT wall_off('upkeep');
