-- How a plan answers the targets of its superior, and which plans were issued at all.

CREATE TABLE target_answers (
  movement_id uuid NOT NULL REFERENCES movements,
  target_id uuid NOT NULL CONSTRAINT target_answers_target_there REFERENCES targets ON DELETE CASCADE,
  province_id uuid NOT NULL REFERENCES provinces,
  how text NOT NULL CONSTRAINT target_answers_how_known CHECK (how IN ('answered', 'adapted', 'not-applicable')),
  own_target_id uuid CONSTRAINT target_answers_own_there REFERENCES targets ON DELETE CASCADE,
  reason text,
  version integer NOT NULL DEFAULT 1,
  at timestamptz NOT NULL,
  by_post text NOT NULL,
  PRIMARY KEY (movement_id, target_id),
  CONSTRAINT target_answers_complete CHECK (CASE how WHEN 'answered' THEN own_target_id IS NOT NULL ELSE reason IS NOT NULL END)
);
CREATE INDEX target_answers_by_target ON target_answers (target_id);
CREATE INDEX target_answers_by_own ON target_answers (own_target_id) WHERE own_target_id IS NOT NULL;
COMMENT ON TABLE target_answers IS 'Đối chiếu chỉ tiêu cấp trên: what a plan says of each target of its superior''s movement.';
COMMENT ON COLUMN target_answers.movement_id IS 'The plan that answers.';
COMMENT ON COLUMN target_answers.target_id IS 'The superior''s target.';
COMMENT ON COLUMN target_answers.province_id IS 'Province of both.';
COMMENT ON COLUMN target_answers.how IS 'Answered, adapted or not applicable; the list is TARGET_ANSWERS in core/rules.';
COMMENT ON COLUMN target_answers.own_target_id IS 'Which of the plan''s own targets answers it.';
COMMENT ON COLUMN target_answers.reason IS 'Why it was adapted or does not apply.';
COMMENT ON COLUMN target_answers.version IS 'Counts the decisions, so that an old form cannot overwrite a newer one.';
COMMENT ON COLUMN target_answers.at IS 'When decided last.';
COMMENT ON COLUMN target_answers.by_post IS 'By whom, as the post was called.';
SELECT wall_off('target_answers');

CREATE TABLE issued_plans (
  movement_id uuid NOT NULL REFERENCES movements,
  organisation_id uuid NOT NULL REFERENCES organisations,
  province_id uuid NOT NULL REFERENCES provinces,
  number_symbol text,
  issued_on date,
  said_by text,
  file_sha256 bytea,
  file_name text,
  file_size bigint,
  version integer NOT NULL DEFAULT 1,
  at timestamptz NOT NULL,
  by_post text NOT NULL,
  PRIMARY KEY (movement_id, organisation_id),
  FOREIGN KEY (province_id, file_sha256) REFERENCES files,
  CONSTRAINT issued_plans_says_something CHECK (num_nonnulls(number_symbol, issued_on) > 0),
  CONSTRAINT issued_plans_file_whole CHECK (num_nulls(file_sha256, file_name, file_size) IN (0, 3))
);
CREATE INDEX issued_plans_by_organisation ON issued_plans (organisation_id);
CREATE INDEX issued_plans_by_file ON issued_plans (province_id, file_sha256) WHERE file_sha256 IS NOT NULL;
COMMENT ON TABLE issued_plans IS 'Tình hình ban hành kế hoạch: plans that units issued outside the system, entered on their behalf.';
COMMENT ON COLUMN issued_plans.movement_id IS 'The superior''s movement that the plan answers.';
COMMENT ON COLUMN issued_plans.organisation_id IS 'Whose plan.';
COMMENT ON COLUMN issued_plans.province_id IS 'Province of both.';
COMMENT ON COLUMN issued_plans.number_symbol IS 'Number and symbol as printed: 15/KH-UBND.';
COMMENT ON COLUMN issued_plans.issued_on IS 'Date of the plan.';
COMMENT ON COLUMN issued_plans.said_by IS 'Who said so, where somebody else entered it.';
COMMENT ON COLUMN issued_plans.file_sha256 IS 'Its bytes, in files.';
COMMENT ON COLUMN issued_plans.file_name IS 'Name of the file as it was handed in.';
COMMENT ON COLUMN issued_plans.file_size IS 'Bytes of the file.';
COMMENT ON COLUMN issued_plans.version IS 'Counts the changes.';
COMMENT ON COLUMN issued_plans.at IS 'When entered last.';
COMMENT ON COLUMN issued_plans.by_post IS 'By whom, as the post was called.';
SELECT wall_off('issued_plans');
