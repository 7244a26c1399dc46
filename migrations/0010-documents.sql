-- Documents that were handed in, what was read from them, and the drafts that people check.

CREATE TABLE documents (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  file_sha256 bytea NOT NULL,
  file_name text NOT NULL,
  size bigint NOT NULL,
  kind_name text,
  number text,
  symbol text,
  number_symbol text,
  issued_on date,
  year integer,
  issuer text,
  title text,
  content jsonb,
  added_at timestamptz NOT NULL,
  added_by uuid NOT NULL REFERENCES accounts,
  added_by_post text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  FOREIGN KEY (province_id, file_sha256) REFERENCES files
);
CREATE INDEX documents_by_file ON documents (province_id, file_sha256);
CREATE INDEX documents_by_issuer ON documents (province_id, fold(issuer)) WHERE issuer IS NOT NULL;
CREATE INDEX documents_by_organisation ON documents (organisation_id);
COMMENT ON TABLE documents IS 'A document as it was handed in, with what the reader found in it. Stays until nothing refers to it.';
COMMENT ON COLUMN documents.id IS 'Made by the application.';
COMMENT ON COLUMN documents.province_id IS 'The province it belongs to.';
COMMENT ON COLUMN documents.organisation_id IS 'For whom it was handed in.';
COMMENT ON COLUMN documents.file_sha256 IS 'The original bytes, in files.';
COMMENT ON COLUMN documents.file_name IS 'Name of the file as it was handed in.';
COMMENT ON COLUMN documents.size IS 'Bytes of the file.';
COMMENT ON COLUMN documents.kind_name IS 'Kind as printed, "KẾ HOẠCH"; null until read, or where it prints none.';
COMMENT ON COLUMN documents.number IS 'Number, null where the clerk has not written it yet.';
COMMENT ON COLUMN documents.symbol IS 'Symbol as printed, "KH-UBND".';
COMMENT ON COLUMN documents.number_symbol IS 'Both together, "05/KH-UBND"; null without a number.';
COMMENT ON COLUMN documents.issued_on IS 'Day of issue, null where the day is not written yet.';
COMMENT ON COLUMN documents.year IS 'Year of issue, known before the day is.';
COMMENT ON COLUMN documents.issuer IS 'Issuer as read from the document.';
COMMENT ON COLUMN documents.title IS 'Trích yếu.';
COMMENT ON COLUMN documents.content IS 'The whole reading (core/reader/reading.ts) with its text, to which all spans refer; null until read.';
COMMENT ON COLUMN documents.added_at IS 'When it was handed in.';
COMMENT ON COLUMN documents.added_by IS 'By which account.';
COMMENT ON COLUMN documents.added_by_post IS 'In which post.';
COMMENT ON COLUMN documents.sample IS 'Belongs to the demo.';

CREATE TABLE readings (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  document_id uuid REFERENCES documents,
  file_name text NOT NULL,
  size bigint NOT NULL,
  state text NOT NULL CONSTRAINT readings_state_known CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'cancelled', 'used')),
  stage text CONSTRAINT readings_stage_known CHECK (stage IN ('opening', 'recognising', 'finding', 'checking')),
  page integer,
  pages integer,
  failure_code text,
  failure_facts jsonb,
  lease_owner uuid,
  lease_until timestamptz,
  started_at timestamptz NOT NULL,
  started_by uuid NOT NULL REFERENCES accounts,
  started_by_post text NOT NULL,
  ended_at timestamptz,
  draft jsonb,
  draft_version integer NOT NULL DEFAULT 1,
  draft_saved_at timestamptz,
  draft_saved_by text,
  movement_id uuid,
  CONSTRAINT readings_lease_while_running CHECK ((state = 'running') = (lease_owner IS NOT NULL AND lease_until IS NOT NULL)),
  CONSTRAINT readings_failure_while_failed CHECK ((state = 'failed') = (failure_code IS NOT NULL)),
  CONSTRAINT readings_draft_when_ready CHECK (state NOT IN ('ready', 'used') OR (draft IS NOT NULL AND document_id IS NOT NULL))
);
CREATE INDEX readings_under_way ON readings (state, started_at) WHERE state IN ('waiting', 'running');
CREATE INDEX readings_by_organisation ON readings (organisation_id, state);
CREATE INDEX readings_by_document ON readings (document_id);
COMMENT ON TABLE readings IS 'A document on its way to a movement: read by the server, checked by a person. A failed one keeps nothing but its error.';
COMMENT ON COLUMN readings.id IS 'Made by the application.';
COMMENT ON COLUMN readings.province_id IS 'The province it belongs to.';
COMMENT ON COLUMN readings.organisation_id IS 'For whom the movement will be.';
COMMENT ON COLUMN readings.document_id IS 'What is read; null once a failure or a cancellation has taken it away.';
COMMENT ON COLUMN readings.file_name IS 'Name of the file, kept for the error.';
COMMENT ON COLUMN readings.size IS 'Bytes of the file.';
COMMENT ON COLUMN readings.state IS 'The list is READING_STATES in core/rules.';
COMMENT ON COLUMN readings.stage IS 'What the reader is busy with; the list is READING_STAGES in core/rules.';
COMMENT ON COLUMN readings.page IS 'Page it is at, from 1.';
COMMENT ON COLUMN readings.pages IS 'How many there are, where known.';
COMMENT ON COLUMN readings.failure_code IS 'Why it failed: a code of the reader, or "interrupted".';
COMMENT ON COLUMN readings.failure_facts IS 'What the sentence about it names.';
COMMENT ON COLUMN readings.lease_owner IS 'The process that reads it.';
COMMENT ON COLUMN readings.lease_until IS 'Until when that process is believed alive; afterwards the reading counts as interrupted.';
COMMENT ON COLUMN readings.started_at IS 'When it was handed in.';
COMMENT ON COLUMN readings.started_by IS 'By which account.';
COMMENT ON COLUMN readings.started_by_post IS 'In which post.';
COMMENT ON COLUMN readings.ended_at IS 'When reading ended, well or not.';
COMMENT ON COLUMN readings.draft IS 'What the movement will be made of, as checked so far (MovementDraft of the contract).';
COMMENT ON COLUMN readings.draft_version IS 'Counts saves, so that an old page cannot overwrite a newer draft.';
COMMENT ON COLUMN readings.draft_saved_at IS 'When last saved.';
COMMENT ON COLUMN readings.draft_saved_by IS 'Post of who saved last.';
COMMENT ON COLUMN readings.movement_id IS 'The movement it became or brought up to date.';
