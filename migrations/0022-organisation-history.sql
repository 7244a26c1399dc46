-- What organisations were called and what was done to the tree, by date. The tables before this one keep today:
-- organisations has the name and the parent of today, organisation_closure at depth 1 every parent with its days.

ALTER TABLE organisations ADD COLUMN code text;
ALTER TABLE organisations ADD CONSTRAINT organisations_code_form CHECK (code ~ '^[A-Za-z0-9.-]{1,30}$');
ALTER TABLE organisations ADD COLUMN folded text GENERATED ALWAYS AS (fold(name)) STORED;
-- Under row-level security a pattern is never an index condition; what is left is a filter over the stored column.
DROP INDEX organisations_search;
-- Two that live may not carry the same code; a successor may carry on that of the one before.
CREATE UNIQUE INDEX organisations_code_once ON organisations (province_id, code) WHERE valid_until IS NULL;
CREATE INDEX organisations_by_level ON organisations (province_id, level, kind);
COMMENT ON COLUMN organisations.code IS 'Official code (mã số đơn vị hành chính or one the province gives); null where it has none.';
COMMENT ON COLUMN organisations.folded IS 'The name in lower case without diacritics, for search.';

CREATE INDEX organisation_closure_downwards ON organisation_closure (ancestor_id, depth, valid_until, valid_from) INCLUDE (descendant_id, province_id);

ALTER TABLE organisation_successions DROP CONSTRAINT organisation_successions_how_known;
ALTER TABLE organisation_successions ADD CONSTRAINT organisation_successions_how_known CHECK (how IN ('merge', 'split', 'rename', 'dissolve'));
CREATE INDEX organisation_successions_backwards ON organisation_successions (successor_id);

CREATE TABLE organisation_changes (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  kind text NOT NULL CONSTRAINT organisation_changes_kind_known CHECK (kind IN ('found', 'rename', 'move', 'merge', 'split', 'dissolve')),
  on_date date NOT NULL,
  paper text,
  account_id uuid REFERENCES accounts,
  post_title text NOT NULL,
  at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  undone_at timestamptz,
  undone_by text
);
CREATE INDEX organisation_changes_by_province ON organisation_changes (province_id, on_date);
COMMENT ON TABLE organisation_changes IS 'What was done to the tree of organisations: one row an act, on the day from which it holds.';
COMMENT ON COLUMN organisation_changes.id IS 'Made by the application.';
COMMENT ON COLUMN organisation_changes.province_id IS 'Whose tree.';
COMMENT ON COLUMN organisation_changes.kind IS 'The list is ORGANISATION_CHANGES in core/rules.';
COMMENT ON COLUMN organisation_changes.on_date IS 'First day on which it holds.';
COMMENT ON COLUMN organisation_changes.paper IS 'Number and name of the resolution or decision; null where none was given.';
COMMENT ON COLUMN organisation_changes.account_id IS 'Who entered it; null for what the program itself set up.';
COMMENT ON COLUMN organisation_changes.post_title IS 'In what post.';
COMMENT ON COLUMN organisation_changes.at IS 'When it was entered.';
COMMENT ON COLUMN organisation_changes.seq IS 'Order of entry, for several of one instant.';
COMMENT ON COLUMN organisation_changes.undone_at IS 'When it was taken back as a mistake; it then counts as never done.';
COMMENT ON COLUMN organisation_changes.undone_by IS 'Post of the person who took it back.';

CREATE TABLE organisation_change_parts (
  province_id uuid NOT NULL REFERENCES provinces,
  change_id uuid NOT NULL REFERENCES organisation_changes,
  organisation_id uuid NOT NULL REFERENCES organisations,
  part text NOT NULL CONSTRAINT organisation_change_parts_part_known CHECK (part IN ('begun', 'ended', 'renamed', 'moved', 'gained')),
  from_id uuid REFERENCES organisations,
  to_id uuid REFERENCES organisations,
  name text NOT NULL,
  PRIMARY KEY (change_id, organisation_id, part)
);
CREATE INDEX organisation_change_parts_by_organisation ON organisation_change_parts (organisation_id);
CREATE INDEX organisation_change_parts_from ON organisation_change_parts (from_id);
CREATE INDEX organisation_change_parts_to ON organisation_change_parts (to_id);
COMMENT ON TABLE organisation_change_parts IS 'Which organisations a change touched, and how.';
COMMENT ON COLUMN organisation_change_parts.province_id IS 'The province of both.';
COMMENT ON COLUMN organisation_change_parts.change_id IS 'The change.';
COMMENT ON COLUMN organisation_change_parts.organisation_id IS 'The organisation.';
COMMENT ON COLUMN organisation_change_parts.part IS 'The list is CHANGE_PARTS in core/rules.';
COMMENT ON COLUMN organisation_change_parts.from_id IS 'Whom it stood under before, for one that moved or ended; null at the top.';
COMMENT ON COLUMN organisation_change_parts.to_id IS 'Whom it stands under since, for one that moved or began; null at the top.';
COMMENT ON COLUMN organisation_change_parts.name IS 'Its name after the change; for one that ended its last.';

CREATE TABLE organisation_versions (
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  name text NOT NULL,
  folded text GENERATED ALWAYS AS (fold(name)) STORED,
  issuer_name text,
  kind text NOT NULL CONSTRAINT organisation_versions_kind_known CHECK (kind IN ('people-committee', 'department', 'party-body', 'front-and-unions', 'association', 'village', 'school', 'health-station', 'public-service-unit', 'armed-force', 'enterprise', 'cooperative', 'cluster', 'council')),
  level text NOT NULL CONSTRAINT organisation_versions_level_known CHECK (level IN ('central', 'province', 'district', 'commune', 'unit')),
  code text,
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_until date NOT NULL,
  change_id uuid NOT NULL REFERENCES organisation_changes,
  PRIMARY KEY (organisation_id, valid_from),
  CONSTRAINT organisation_versions_life CHECK (valid_from < valid_until)
);
CREATE INDEX organisation_versions_by_province ON organisation_versions (province_id);
COMMENT ON TABLE organisation_versions IS 'What organisations were called before: a row for each earlier name, with its days. The name since the last of them stands in organisations.';
COMMENT ON COLUMN organisation_versions.province_id IS 'The province it belongs to.';
COMMENT ON COLUMN organisation_versions.organisation_id IS 'Whose.';
COMMENT ON COLUMN organisation_versions.name IS 'Name in those days.';
COMMENT ON COLUMN organisation_versions.folded IS 'The name in lower case without diacritics, for search.';
COMMENT ON COLUMN organisation_versions.issuer_name IS 'Name as an issuer of documents in those days.';
COMMENT ON COLUMN organisation_versions.kind IS 'What it was; the list is ORGANISATION_KINDS in core/rules.';
COMMENT ON COLUMN organisation_versions.level IS 'Its level; the list is ORGANISATION_LEVELS in core/rules.';
COMMENT ON COLUMN organisation_versions.code IS 'Official code in those days.';
COMMENT ON COLUMN organisation_versions.valid_from IS 'First day.';
COMMENT ON COLUMN organisation_versions.valid_until IS 'First day on which it was called otherwise.';
COMMENT ON COLUMN organisation_versions.change_id IS 'The change that ended it.';

SELECT wall_off('organisation_changes');
SELECT wall_off('organisation_change_parts');
SELECT wall_off('organisation_versions');
