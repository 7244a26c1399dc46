-- Movements, their targets and tasks, who answers whom, and the history of it all.

CREATE TABLE movements (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL REFERENCES organisations,
  title text NOT NULL,
  theme text,
  kind text NOT NULL CONSTRAINT movements_kind_known CHECK (kind IN ('regular', 'thematic')),
  year integer NOT NULL,
  period_from date,
  period_until date,
  number text,
  symbol text,
  number_symbol text,
  issued_on date,
  place text,
  source text NOT NULL CONSTRAINT movements_source_known CHECK (source IN ('document', 'copy', 'parent', 'empty')),
  copied_from_id uuid REFERENCES movements,
  archived_at timestamptz,
  archived_by text,
  archive_reason text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES accounts,
  created_by_post text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  edited_by_hand boolean NOT NULL DEFAULT false,
  sample boolean NOT NULL DEFAULT false,
  CONSTRAINT movements_period_forward CHECK (period_from IS NULL OR period_until IS NULL OR period_from <= period_until),
  CONSTRAINT movements_archived_by_somebody CHECK ((archived_at IS NULL) = (archived_by IS NULL))
);
CREATE INDEX movements_by_organisation ON movements (organisation_id, year);
CREATE INDEX movements_by_province ON movements (province_id, year);
CREATE INDEX movements_search ON movements USING gin (fold(title || ' ' || coalesce(theme, '') || ' ' || coalesce(number_symbol, '')) gin_trgm_ops);
COMMENT ON TABLE movements IS 'Phong trào thi đua.';
COMMENT ON COLUMN movements.id IS 'Made by the application.';
COMMENT ON COLUMN movements.province_id IS 'The province it belongs to.';
COMMENT ON COLUMN movements.organisation_id IS 'Who launched it; joint launchers are in movement_joint_launchers.';
COMMENT ON COLUMN movements.title IS 'Name, usually the trích yếu of its document.';
COMMENT ON COLUMN movements.theme IS 'Chủ đề.';
COMMENT ON COLUMN movements.kind IS 'The list is MOVEMENT_KINDS in core/rules.';
COMMENT ON COLUMN movements.year IS 'Year under which it is listed.';
COMMENT ON COLUMN movements.period_from IS 'First day; null takes the year''s.';
COMMENT ON COLUMN movements.period_until IS 'Last day, included; null takes the year''s.';
COMMENT ON COLUMN movements.number IS 'Number of the launch document; null until the clerk gives it.';
COMMENT ON COLUMN movements.symbol IS 'Its symbol.';
COMMENT ON COLUMN movements.number_symbol IS 'Both together; null without a number.';
COMMENT ON COLUMN movements.issued_on IS 'Its day of issue.';
COMMENT ON COLUMN movements.place IS 'Its place of issue.';
COMMENT ON COLUMN movements.source IS 'How it came to be; the list is MOVEMENT_SOURCES in core/rules.';
COMMENT ON COLUMN movements.copied_from_id IS 'The movement its targets were taken from.';
COMMENT ON COLUMN movements.archived_at IS 'When it was put away; null while it is not.';
COMMENT ON COLUMN movements.archived_by IS 'Post of who put it away.';
COMMENT ON COLUMN movements.archive_reason IS 'Why.';
COMMENT ON COLUMN movements.created_at IS 'When it was made here.';
COMMENT ON COLUMN movements.created_by IS 'By which account.';
COMMENT ON COLUMN movements.created_by_post IS 'In which post.';
COMMENT ON COLUMN movements.version IS 'Counts edits of the head, so that an old form cannot overwrite a newer one.';
COMMENT ON COLUMN movements.edited_by_hand IS 'A person changed the head after it was made from its document.';
COMMENT ON COLUMN movements.sample IS 'Belongs to the demo: "số liệu mẫu".';

ALTER TABLE readings ADD CONSTRAINT readings_movement_there FOREIGN KEY (movement_id) REFERENCES movements;

CREATE TABLE movement_joint_launchers (
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  organisation_id uuid NOT NULL REFERENCES organisations,
  position integer NOT NULL,
  PRIMARY KEY (movement_id, organisation_id)
);
CREATE INDEX movement_joint_launchers_by_organisation ON movement_joint_launchers (organisation_id);
COMMENT ON TABLE movement_joint_launchers IS 'Phối hợp phát động: others that launch a movement together with its launcher.';
COMMENT ON COLUMN movement_joint_launchers.province_id IS 'The province of the movement.';
COMMENT ON COLUMN movement_joint_launchers.movement_id IS 'Which movement.';
COMMENT ON COLUMN movement_joint_launchers.organisation_id IS 'Who.';
COMMENT ON COLUMN movement_joint_launchers.position IS 'Order in which they sign.';

CREATE TABLE movement_documents (
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  document_id uuid NOT NULL REFERENCES documents,
  position integer NOT NULL,
  PRIMARY KEY (movement_id, document_id)
);
CREATE INDEX movement_documents_by_document ON movement_documents (document_id);
COMMENT ON TABLE movement_documents IS 'Documents of a movement, the newest version of the launch document first.';
COMMENT ON COLUMN movement_documents.province_id IS 'The province of both.';
COMMENT ON COLUMN movement_documents.movement_id IS 'Which movement.';
COMMENT ON COLUMN movement_documents.document_id IS 'Which document.';
COMMENT ON COLUMN movement_documents.position IS 'Order; a newer version gets a higher one.';

CREATE TABLE targets (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  position integer NOT NULL,
  part_of_id uuid CONSTRAINT targets_whole_there REFERENCES targets,
  name text NOT NULL,
  indicator text,
  domain text,
  scope text,
  due_on date,
  owner text,
  lead_organisation_id uuid REFERENCES organisations,
  measure text CONSTRAINT targets_measure_known CHECK (measure IN ('share', 'growth', 'amount', 'per-capita', 'reduction', 'fraction')),
  comparator text CONSTRAINT targets_comparator_known CHECK (comparator IN ('eq', 'gt', 'ge', 'lt', 'le', 'approx', 'between')),
  change text CONSTRAINT targets_change_known CHECK (change IN ('level', 'maintain', 'increase-by', 'increase-to', 'decrease-by', 'decrease-to')),
  value numeric,
  low numeric,
  high numeric,
  numerator numeric,
  denominator numeric,
  unit text,
  better text CONSTRAINT targets_better_known CHECK (better IN ('higher', 'lower')),
  baseline_kind text CONSTRAINT targets_baseline_kind_known CHECK (baseline_kind IN ('previous-year', 'same-period', 'assigned-plan', 'named-year', 'stated')),
  baseline_year integer,
  baseline_value numeric,
  baseline_text text,
  data_period text NOT NULL DEFAULT 'half-year' CONSTRAINT targets_data_period_known CHECK (data_period IN ('month', 'quarter', 'half-year', 'nine-months', 'year', 'once')),
  verdict_given text CONSTRAINT targets_verdict_given_known CHECK (verdict_given IN ('achieved', 'missed')),
  origin_document_id uuid REFERENCES documents,
  origin_from integer,
  origin_until integer,
  origin_quote text,
  origin_confidence numeric,
  origin_mentions jsonb,
  version integer NOT NULL DEFAULT 1,
  edited_by_hand boolean NOT NULL DEFAULT false,
  CONSTRAINT targets_figure_whole CHECK (num_nulls(measure, comparator, change, better) IN (0, 4)),
  CONSTRAINT targets_figure_has_value CHECK (measure IS NULL OR num_nonnulls(value, low, high, numerator) > 0),
  CONSTRAINT targets_denominator_positive CHECK (denominator > 0),
  CONSTRAINT targets_not_part_of_itself CHECK (part_of_id <> id),
  CONSTRAINT targets_origin_whole CHECK (num_nulls(origin_document_id, origin_from, origin_until, origin_quote, origin_mentions) IN (0, 5) AND origin_from <= origin_until)
);
CREATE INDEX targets_by_movement ON targets (movement_id, position);
CREATE INDEX targets_by_whole ON targets (part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX targets_by_indicator ON targets (province_id, indicator);
COMMENT ON TABLE targets IS 'Chỉ tiêu of a movement. Without a measure it is a goal without a figure.';
COMMENT ON COLUMN targets.id IS 'Made by the application.';
COMMENT ON COLUMN targets.province_id IS 'The province of its movement.';
COMMENT ON COLUMN targets.movement_id IS 'Whose target it is.';
COMMENT ON COLUMN targets.position IS 'Reading order inside the movement.';
COMMENT ON COLUMN targets.part_of_id IS 'The target it is part of ("Trong đó").';
COMMENT ON COLUMN targets.name IS 'Name; the catalogue''s where the indicator is known.';
COMMENT ON COLUMN targets.indicator IS 'Code of the indicator catalogue in core/law; null for one of the movement''s own.';
COMMENT ON COLUMN targets.domain IS 'Code of the domain; null while not sorted.';
COMMENT ON COLUMN targets.scope IS 'What part of the whole is meant: "trung học cơ sở", "mỗi xã".';
COMMENT ON COLUMN targets.due_on IS 'Own last day, where it has one.';
COMMENT ON COLUMN targets.owner IS 'Responsible unit as the document prints it.';
COMMENT ON COLUMN targets.lead_organisation_id IS 'Đơn vị chủ trì.';
COMMENT ON COLUMN targets.measure IS 'The list is MEASURES in core/rules.';
COMMENT ON COLUMN targets.comparator IS 'The list is COMPARATORS in core/rules.';
COMMENT ON COLUMN targets.change IS 'The list is CHANGES in core/rules.';
COMMENT ON COLUMN targets.value IS 'The figure, in unit, not rescaled; null for a range or a bare fraction.';
COMMENT ON COLUMN targets.low IS 'Lower end of a range.';
COMMENT ON COLUMN targets.high IS 'Upper end of a range.';
COMMENT ON COLUMN targets.numerator IS '7 of 7/8 trường.';
COMMENT ON COLUMN targets.denominator IS '8 of 7/8 trường.';
COMMENT ON COLUMN targets.unit IS 'Unit of measure.';
COMMENT ON COLUMN targets.better IS 'Which way the stored figure is better; a reduction by is better when larger.';
COMMENT ON COLUMN targets.baseline_kind IS 'What it is compared with; the list is BASELINE_KINDS in core/rules.';
COMMENT ON COLUMN targets.baseline_year IS 'The year compared with.';
COMMENT ON COLUMN targets.baseline_value IS 'Its figure, where the document states it.';
COMMENT ON COLUMN targets.baseline_text IS 'How the document says it.';
COMMENT ON COLUMN targets.data_period IS 'How often there are figures (kỳ có số liệu); the list is PERIOD_KINDS in core/rules.';
COMMENT ON COLUMN targets.verdict_given IS 'Word of whoever judged a goal without a figure.';
COMMENT ON COLUMN targets.origin_document_id IS 'The document whose sentence it came from; null for what a person added without one.';
COMMENT ON COLUMN targets.origin_from IS 'Where the sentence begins in the text of that document, in UTF-16 units.';
COMMENT ON COLUMN targets.origin_until IS 'Where it ends.';
COMMENT ON COLUMN targets.origin_quote IS 'The words themselves.';
COMMENT ON COLUMN targets.origin_confidence IS 'How sure the reader was, 0 to 1; null where a person marked the place.';
COMMENT ON COLUMN targets.origin_mentions IS 'Every place where the same is stated, as [from, until] pairs.';
COMMENT ON COLUMN targets.version IS 'Counts edits.';
COMMENT ON COLUMN targets.edited_by_hand IS 'A person changed it after it was made from a document; a newer version of the document does not overwrite it silently.';

CREATE TABLE tasks (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  position integer NOT NULL,
  content text NOT NULL,
  assignee text,
  assignee_id uuid REFERENCES organisations,
  role text NOT NULL CONSTRAINT tasks_role_known CHECK (role IN ('lead', 'supporting')),
  due_on date,
  due_relation text CONSTRAINT tasks_due_relation_known CHECK (due_relation IN ('before', 'by', 'on', 'within')),
  via text,
  domain text,
  person text,
  product text,
  authority text,
  state text NOT NULL DEFAULT 'to-do' CONSTRAINT tasks_state_known CHECK (state IN ('to-do', 'in-progress', 'done', 'cancelled')),
  state_note text,
  origin_document_id uuid REFERENCES documents,
  origin_from integer,
  origin_until integer,
  origin_quote text,
  origin_confidence numeric,
  origin_mentions jsonb,
  version integer NOT NULL DEFAULT 1,
  edited_by_hand boolean NOT NULL DEFAULT false,
  CONSTRAINT tasks_origin_whole CHECK (num_nulls(origin_document_id, origin_from, origin_until, origin_quote, origin_mentions) IN (0, 5) AND origin_from <= origin_until)
);
CREATE INDEX tasks_by_movement ON tasks (movement_id, position);
CREATE INDEX tasks_by_assignee ON tasks (assignee_id) WHERE assignee_id IS NOT NULL;
COMMENT ON TABLE tasks IS 'Nhiệm vụ, giải pháp of a movement, by the "6 rõ".';
COMMENT ON COLUMN tasks.id IS 'Made by the application.';
COMMENT ON COLUMN tasks.province_id IS 'The province of its movement.';
COMMENT ON COLUMN tasks.movement_id IS 'Whose task it is.';
COMMENT ON COLUMN tasks.position IS 'Reading order inside the movement.';
COMMENT ON COLUMN tasks.content IS 'What is to be done.';
COMMENT ON COLUMN tasks.assignee IS 'Who does it, as the document names them.';
COMMENT ON COLUMN tasks.assignee_id IS 'The organisation that name was matched with.';
COMMENT ON COLUMN tasks.role IS 'Chủ trì or phối hợp; the list is DUTY_ROLES in core/rules.';
COMMENT ON COLUMN tasks.due_on IS 'Day the deadline names.';
COMMENT ON COLUMN tasks.due_relation IS 'Before, by, on or within that day; the list is DUE_RELATIONS in core/rules.';
COMMENT ON COLUMN tasks.via IS 'Through whom it is handed up.';
COMMENT ON COLUMN tasks.domain IS 'Code of the domain.';
COMMENT ON COLUMN tasks.person IS 'Rõ người, by post.';
COMMENT ON COLUMN tasks.product IS 'Rõ sản phẩm.';
COMMENT ON COLUMN tasks.authority IS 'Rõ thẩm quyền.';
COMMENT ON COLUMN tasks.state IS 'The list is TASK_STATES in core/rules.';
COMMENT ON COLUMN tasks.state_note IS 'What was done, or why it was cancelled.';
COMMENT ON COLUMN tasks.origin_document_id IS 'The document whose sentence it came from; null for what a person added without one.';
COMMENT ON COLUMN tasks.origin_from IS 'Where the sentence begins in the text of that document, in UTF-16 units.';
COMMENT ON COLUMN tasks.origin_until IS 'Where it ends.';
COMMENT ON COLUMN tasks.origin_quote IS 'The words themselves.';
COMMENT ON COLUMN tasks.origin_confidence IS 'How sure the reader was, 0 to 1; null where a person marked the place.';
COMMENT ON COLUMN tasks.origin_mentions IS 'Every place where the same is stated, as [from, until] pairs.';
COMMENT ON COLUMN tasks.version IS 'Counts edits.';
COMMENT ON COLUMN tasks.edited_by_hand IS 'A person changed it after it was made from a document.';

CREATE TABLE movement_citations (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  position integer NOT NULL,
  role text NOT NULL CONSTRAINT movement_citations_role_known CHECK (role IN ('basis', 'reference')),
  kind text NOT NULL,
  number text,
  symbol text,
  number_symbol text,
  dated date,
  issuer text,
  subject text,
  origin_document_id uuid REFERENCES documents,
  origin_from integer,
  origin_until integer,
  origin_quote text,
  origin_confidence numeric,
  origin_mentions jsonb,
  CONSTRAINT movement_citations_origin_whole CHECK (num_nulls(origin_document_id, origin_from, origin_until, origin_quote, origin_mentions) IN (0, 5) AND origin_from <= origin_until)
);
CREATE INDEX movement_citations_by_movement ON movement_citations (movement_id, position);
CREATE INDEX movement_citations_by_document ON movement_citations (province_id, number_symbol);
COMMENT ON TABLE movement_citations IS 'Documents a movement rests on or refers to.';
COMMENT ON COLUMN movement_citations.id IS 'Made by the application.';
COMMENT ON COLUMN movement_citations.province_id IS 'The province of its movement.';
COMMENT ON COLUMN movement_citations.movement_id IS 'Whose citation it is.';
COMMENT ON COLUMN movement_citations.position IS 'Reading order inside the movement.';
COMMENT ON COLUMN movement_citations.role IS 'Căn cứ or viện dẫn; the list is CITATION_ROLES in core/rules.';
COMMENT ON COLUMN movement_citations.kind IS 'Kind as the text names it, "Chỉ thị".';
COMMENT ON COLUMN movement_citations.number IS 'Its number.';
COMMENT ON COLUMN movement_citations.symbol IS 'Its symbol.';
COMMENT ON COLUMN movement_citations.number_symbol IS 'Both together.';
COMMENT ON COLUMN movement_citations.dated IS 'Its day of issue as cited.';
COMMENT ON COLUMN movement_citations.issuer IS 'Its issuer as cited.';
COMMENT ON COLUMN movement_citations.subject IS 'What it is about.';
COMMENT ON COLUMN movement_citations.origin_document_id IS 'The document whose sentence it came from; null for what a person added without one.';
COMMENT ON COLUMN movement_citations.origin_from IS 'Where the sentence begins in the text of that document, in UTF-16 units.';
COMMENT ON COLUMN movement_citations.origin_until IS 'Where it ends.';
COMMENT ON COLUMN movement_citations.origin_quote IS 'The words themselves.';
COMMENT ON COLUMN movement_citations.origin_confidence IS 'How sure the reader was, 0 to 1; null where a person marked the place.';
COMMENT ON COLUMN movement_citations.origin_mentions IS 'Every place where the same is stated, as [from, until] pairs.';

CREATE TABLE movement_report_dues (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  position integer NOT NULL,
  due_on date,
  relation text NOT NULL CONSTRAINT movement_report_dues_relation_known CHECK (relation IN ('before', 'by', 'on', 'within')),
  report_to text,
  via text,
  origin_document_id uuid REFERENCES documents,
  origin_from integer,
  origin_until integer,
  origin_quote text,
  origin_confidence numeric,
  origin_mentions jsonb,
  CONSTRAINT movement_report_dues_origin_whole CHECK (num_nulls(origin_document_id, origin_from, origin_until, origin_quote, origin_mentions) IN (0, 5) AND origin_from <= origin_until)
);
CREATE INDEX movement_report_dues_by_movement ON movement_report_dues (movement_id, position);
COMMENT ON TABLE movement_report_dues IS 'Report deadlines of a movement.';
COMMENT ON COLUMN movement_report_dues.id IS 'Made by the application.';
COMMENT ON COLUMN movement_report_dues.province_id IS 'The province of its movement.';
COMMENT ON COLUMN movement_report_dues.movement_id IS 'Whose deadline it is.';
COMMENT ON COLUMN movement_report_dues.position IS 'Reading order inside the movement.';
COMMENT ON COLUMN movement_report_dues.due_on IS 'Day the deadline names.';
COMMENT ON COLUMN movement_report_dues.relation IS 'Before, by, on or within that day; the list is DUE_RELATIONS in core/rules.';
COMMENT ON COLUMN movement_report_dues.report_to IS 'To whom the report goes.';
COMMENT ON COLUMN movement_report_dues.via IS 'Through whom.';
COMMENT ON COLUMN movement_report_dues.origin_document_id IS 'The document whose sentence it came from; null for what a person added without one.';
COMMENT ON COLUMN movement_report_dues.origin_from IS 'Where the sentence begins in the text of that document, in UTF-16 units.';
COMMENT ON COLUMN movement_report_dues.origin_until IS 'Where it ends.';
COMMENT ON COLUMN movement_report_dues.origin_quote IS 'The words themselves.';
COMMENT ON COLUMN movement_report_dues.origin_confidence IS 'How sure the reader was, 0 to 1; null where a person marked the place.';
COMMENT ON COLUMN movement_report_dues.origin_mentions IS 'Every place where the same is stated, as [from, until] pairs.';

CREATE TABLE movement_recipients (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  position integer NOT NULL,
  text text NOT NULL,
  origin_document_id uuid REFERENCES documents,
  origin_from integer,
  origin_until integer,
  origin_quote text,
  origin_confidence numeric,
  origin_mentions jsonb,
  CONSTRAINT movement_recipients_origin_whole CHECK (num_nulls(origin_document_id, origin_from, origin_until, origin_quote, origin_mentions) IN (0, 5) AND origin_from <= origin_until)
);
CREATE INDEX movement_recipients_by_movement ON movement_recipients (movement_id, position);
COMMENT ON TABLE movement_recipients IS 'Nơi nhận of a movement''s document.';
COMMENT ON COLUMN movement_recipients.id IS 'Made by the application.';
COMMENT ON COLUMN movement_recipients.province_id IS 'The province of its movement.';
COMMENT ON COLUMN movement_recipients.movement_id IS 'Whose recipient it is.';
COMMENT ON COLUMN movement_recipients.position IS 'Reading order inside the movement.';
COMMENT ON COLUMN movement_recipients.text IS 'As the document prints it.';
COMMENT ON COLUMN movement_recipients.origin_document_id IS 'The document whose sentence it came from; null for what a person added without one.';
COMMENT ON COLUMN movement_recipients.origin_from IS 'Where the sentence begins in the text of that document, in UTF-16 units.';
COMMENT ON COLUMN movement_recipients.origin_until IS 'Where it ends.';
COMMENT ON COLUMN movement_recipients.origin_quote IS 'The words themselves.';
COMMENT ON COLUMN movement_recipients.origin_confidence IS 'How sure the reader was, 0 to 1; null where a person marked the place.';
COMMENT ON COLUMN movement_recipients.origin_mentions IS 'Every place where the same is stated, as [from, until] pairs.';

CREATE TABLE movement_responses (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  answered_id uuid NOT NULL REFERENCES movements,
  organisation_id uuid NOT NULL REFERENCES organisations,
  how text NOT NULL CONSTRAINT movement_responses_how_known CHECK (how IN ('own-plan', 'folded', 'not-applicable')),
  answering_id uuid REFERENCES movements,
  reason text,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES accounts,
  by_post text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT movement_responses_once UNIQUE (answered_id, organisation_id),
  CONSTRAINT movement_responses_complete CHECK (CASE how WHEN 'not-applicable' THEN answering_id IS NULL AND reason IS NOT NULL ELSE answering_id IS NOT NULL END),
  CONSTRAINT movement_responses_not_itself CHECK (answering_id <> answered_id)
);
CREATE INDEX movement_responses_by_answering ON movement_responses (answering_id);
CREATE INDEX movement_responses_by_organisation ON movement_responses (organisation_id);
COMMENT ON TABLE movement_responses IS 'Hưởng ứng: how an organisation answers a movement of a superior.';
COMMENT ON COLUMN movement_responses.id IS 'Made by the application.';
COMMENT ON COLUMN movement_responses.province_id IS 'The province of all of them.';
COMMENT ON COLUMN movement_responses.answered_id IS 'The superior''s movement.';
COMMENT ON COLUMN movement_responses.organisation_id IS 'Who answers.';
COMMENT ON COLUMN movement_responses.how IS 'The list is RESPONSE_KINDS in core/rules.';
COMMENT ON COLUMN movement_responses.answering_id IS 'The own plan, or the movement it is folded into.';
COMMENT ON COLUMN movement_responses.reason IS 'Why it does not apply, or a remark.';
COMMENT ON COLUMN movement_responses.at IS 'When answered.';
COMMENT ON COLUMN movement_responses.by_account IS 'By which account.';
COMMENT ON COLUMN movement_responses.by_post IS 'In which post.';
COMMENT ON COLUMN movement_responses.version IS 'Counts edits.';

CREATE TABLE movement_history (
  province_id uuid NOT NULL REFERENCES provinces,
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL,
  movement_id uuid NOT NULL REFERENCES movements,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES accounts,
  by_post text NOT NULL,
  organisation_name text NOT NULL,
  deed text NOT NULL CONSTRAINT movement_history_deed_known CHECK (deed IN ('created', 'edited', 'numbered', 'archived', 'restored', 'added', 'revised', 'state-set', 'removed', 'answered', 'withdrawn', 'updated-from-document')),
  subject text NOT NULL CONSTRAINT movement_history_subject_known CHECK (subject IN ('movement', 'target', 'task', 'response', 'document')),
  subject_id uuid NOT NULL,
  subject_name text,
  changes jsonb NOT NULL,
  reason text
);
CREATE INDEX movement_history_by_movement ON movement_history (movement_id, seq DESC);
CREATE INDEX movement_history_by_subject ON movement_history (subject_id, seq DESC);
COMMENT ON TABLE movement_history IS 'What people read as the history of a movement; the proof of it is the audit chain.';
COMMENT ON COLUMN movement_history.province_id IS 'The province of the movement.';
COMMENT ON COLUMN movement_history.seq IS 'Order.';
COMMENT ON COLUMN movement_history.id IS 'Made by the application.';
COMMENT ON COLUMN movement_history.movement_id IS 'Whose history.';
COMMENT ON COLUMN movement_history.at IS 'When.';
COMMENT ON COLUMN movement_history.by_account IS 'By which account.';
COMMENT ON COLUMN movement_history.by_post IS 'In which post, as it was called then.';
COMMENT ON COLUMN movement_history.organisation_name IS 'Of which organisation, as it was called then.';
COMMENT ON COLUMN movement_history.deed IS 'The list is HISTORY_DEEDS in core/rules.';
COMMENT ON COLUMN movement_history.subject IS 'What it happened to; the list is HISTORY_SUBJECTS in core/rules.';
COMMENT ON COLUMN movement_history.subject_id IS 'Id of that record, which may be gone.';
COMMENT ON COLUMN movement_history.subject_name IS 'Its name at that time; null for the movement itself.';
COMMENT ON COLUMN movement_history.changes IS 'Field by field before and after (FieldChange of core/rules/history).';
COMMENT ON COLUMN movement_history.reason IS 'Why, where one was given.';
