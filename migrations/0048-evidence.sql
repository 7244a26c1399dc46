-- Tài liệu kiểm chứng: what shows that a figure is true.

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  target_id uuid NOT NULL CONSTRAINT evidence_target_there REFERENCES targets ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisations,
  period_from date NOT NULL,
  period_until date NOT NULL,
  kind text NOT NULL CONSTRAINT evidence_kind_known CHECK (kind IN ('picture', 'pdf', 'word', 'excel')),
  media_type text NOT NULL,
  file_name text NOT NULL,
  file_sha256 bytea NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  added_at timestamptz NOT NULL,
  added_by uuid REFERENCES accounts,
  added_by_post text NOT NULL,
  removed_at timestamptz,
  removed_by_post text,
  stood_for_approved boolean NOT NULL DEFAULT false,
  CONSTRAINT evidence_removed_by_somebody CHECK ((removed_at IS NULL) = (removed_by_post IS NULL)),
  FOREIGN KEY (province_id, file_sha256) REFERENCES files
);
CREATE INDEX evidence_of_figure ON evidence (target_id, organisation_id, period_from, period_until);
CREATE INDEX evidence_by_file ON evidence (province_id, file_sha256);
CREATE INDEX evidence_removed ON evidence (removed_at) WHERE removed_at IS NOT NULL AND NOT stood_for_approved;
CREATE UNIQUE INDEX evidence_once ON evidence (target_id, organisation_id, period_from, period_until, file_sha256) WHERE removed_at IS NULL;
COMMENT ON TABLE evidence IS 'Tài liệu kiểm chứng: files attached to the figure of a target, an organisation and a period, whether the figure is there yet or not.';
COMMENT ON COLUMN evidence.id IS 'Made by the application.';
COMMENT ON COLUMN evidence.province_id IS 'The province it belongs to.';
COMMENT ON COLUMN evidence.target_id IS 'Of which target.';
COMMENT ON COLUMN evidence.organisation_id IS 'Whose figure it shows.';
COMMENT ON COLUMN evidence.period_from IS 'First day of the period.';
COMMENT ON COLUMN evidence.period_until IS 'Last day of the period.';
COMMENT ON COLUMN evidence.kind IS 'What it is by its content; the list is EVIDENCE_KINDS in core/rules.';
COMMENT ON COLUMN evidence.media_type IS 'The type it is handed out as, by its content.';
COMMENT ON COLUMN evidence.file_name IS 'As its owner called it.';
COMMENT ON COLUMN evidence.file_sha256 IS 'The bytes, in files: once for each content.';
COMMENT ON COLUMN evidence.size IS 'Bytes.';
COMMENT ON COLUMN evidence.added_at IS 'When.';
COMMENT ON COLUMN evidence.added_by IS 'By which account; null for whoever held a link.';
COMMENT ON COLUMN evidence.added_by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN evidence.removed_at IS 'When it was taken away; null while it stands.';
COMMENT ON COLUMN evidence.removed_by_post IS 'By whom it was taken away.';
COMMENT ON COLUMN evidence.stood_for_approved IS 'It stood beside a figure that was approved: it stays in the history when it is taken away.';
SELECT wall_off('evidence');
