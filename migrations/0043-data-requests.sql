-- Phiếu thu thập số liệu: a table sent to units, filled in by them and put together in the form it came as.

CREATE TABLE data_request_forms (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  file_sha256 bytea NOT NULL,
  file_name text NOT NULL,
  layout jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES accounts,
  FOREIGN KEY (province_id, file_sha256) REFERENCES files (province_id, sha256)
);
CREATE INDEX data_request_forms_by_organisation ON data_request_forms (organisation_id);
COMMENT ON TABLE data_request_forms IS 'Workbooks handed in to be sent out as requests, with the table recognised in each.';
COMMENT ON COLUMN data_request_forms.id IS 'Made by the application.';
COMMENT ON COLUMN data_request_forms.province_id IS 'Its province.';
COMMENT ON COLUMN data_request_forms.organisation_id IS 'Who handed it in.';
COMMENT ON COLUMN data_request_forms.file_sha256 IS 'The workbook as it came.';
COMMENT ON COLUMN data_request_forms.file_name IS 'What the file was called.';
COMMENT ON COLUMN data_request_forms.layout IS 'RequestLayout of core/rules/data-requests, as recognised.';
COMMENT ON COLUMN data_request_forms.at IS 'When.';
COMMENT ON COLUMN data_request_forms.by_account IS 'By whom.';
SELECT wall_off('data_request_forms');

CREATE TABLE data_requests (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  form_id uuid REFERENCES data_request_forms,
  title text NOT NULL,
  about text,
  due_on date NOT NULL,
  layout jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  made_by_post text NOT NULL,
  closed_at timestamptz,
  closed_by_post text,
  sample boolean NOT NULL DEFAULT false,
  CONSTRAINT data_requests_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by_post IS NULL))
);
CREATE INDEX data_requests_by_organisation ON data_requests (organisation_id, made_at);
COMMENT ON TABLE data_requests IS 'Phiếu thu thập số liệu: a table that units are asked to fill in by a day.';
COMMENT ON COLUMN data_requests.id IS 'Made by the application.';
COMMENT ON COLUMN data_requests.province_id IS 'Its province.';
COMMENT ON COLUMN data_requests.organisation_id IS 'Who asks.';
COMMENT ON COLUMN data_requests.form_id IS 'The workbook it came as; null for a table that was drawn.';
COMMENT ON COLUMN data_requests.title IS 'What is asked for.';
COMMENT ON COLUMN data_requests.about IS 'How to fill it in.';
COMMENT ON COLUMN data_requests.due_on IS 'To be sent by the end of this day.';
COMMENT ON COLUMN data_requests.layout IS 'RequestLayout of core/rules/data-requests: columns, rows, and where they stand in the workbook.';
COMMENT ON COLUMN data_requests.made_at IS 'When it was sent out.';
COMMENT ON COLUMN data_requests.made_by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN data_requests.closed_at IS 'When it was closed: nothing changes any more.';
COMMENT ON COLUMN data_requests.closed_by_post IS 'By whom it was closed.';
COMMENT ON COLUMN data_requests.sample IS 'Made by the demo.';
SELECT wall_off('data_requests');

CREATE TABLE data_request_answers (
  request_id uuid NOT NULL REFERENCES data_requests,
  organisation_id uuid NOT NULL REFERENCES organisations,
  province_id uuid NOT NULL REFERENCES provinces,
  position integer NOT NULL,
  state text NOT NULL CONSTRAINT data_request_answers_state_known CHECK (state IN ('waiting', 'draft', 'sent', 'returned')),
  version integer NOT NULL DEFAULT 1,
  cells jsonb NOT NULL,
  sent_cells jsonb,
  sent_at timestamptz,
  sent_by_post text,
  saved_at timestamptz,
  saved_by_post text,
  returned_reason text,
  PRIMARY KEY (request_id, organisation_id),
  CONSTRAINT data_request_answers_sent_whole CHECK (state <> 'sent' OR (sent_cells IS NOT NULL AND sent_at IS NOT NULL)),
  CONSTRAINT data_request_answers_returned_says_why CHECK (state <> 'returned' OR returned_reason IS NOT NULL)
);
CREATE INDEX data_request_answers_by_organisation ON data_request_answers (organisation_id);
COMMENT ON TABLE data_request_answers IS 'What one unit filled in, as far as it is; a row for every unit that was asked.';
COMMENT ON COLUMN data_request_answers.request_id IS 'Which request.';
COMMENT ON COLUMN data_request_answers.organisation_id IS 'Which unit.';
COMMENT ON COLUMN data_request_answers.province_id IS 'The province of both.';
COMMENT ON COLUMN data_request_answers.position IS 'Order among the units.';
COMMENT ON COLUMN data_request_answers.state IS 'Where it is on its way; the list is ANSWER_STATES in core/rules.';
COMMENT ON COLUMN data_request_answers.version IS 'Counts the changes, so that two people do not overwrite each other.';
COMMENT ON COLUMN data_request_answers.cells IS 'Rows of cells as they were typed, wrong ones too.';
COMMENT ON COLUMN data_request_answers.sent_cells IS 'Rows of cells as they were read when last sent; only these are put together.';
COMMENT ON COLUMN data_request_answers.sent_at IS 'When last sent.';
COMMENT ON COLUMN data_request_answers.sent_by_post IS 'By whom, as the post was called, or through whose link.';
COMMENT ON COLUMN data_request_answers.saved_at IS 'When last changed.';
COMMENT ON COLUMN data_request_answers.saved_by_post IS 'By whom last changed.';
COMMENT ON COLUMN data_request_answers.returned_reason IS 'Why it was sent back.';
SELECT wall_off('data_request_answers');

ALTER TABLE links DROP CONSTRAINT links_kind_known;
ALTER TABLE links ADD CONSTRAINT links_kind_known CHECK (kind IN ('invitation', 'recovery', 'task', 'figures', 'request'));
COMMENT ON COLUMN links.subject_id IS 'The account, the task, the movement whose figures are asked for, or the request, which may be gone.';
