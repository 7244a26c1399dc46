-- Figures on their way from a unit to its superior: who is asked for what share, in what state each figure is, what it
-- was before, and which periods are closed.

ALTER TABLE targets ADD COLUMN entered_as text NOT NULL DEFAULT 'cumulative' CONSTRAINT targets_entered_as_known CHECK (entered_as IN ('period', 'cumulative'));
ALTER TABLE targets ADD COLUMN data_source text;
COMMENT ON COLUMN targets.entered_as IS 'Whether figures are asked for as of the period alone or cumulative; the list is ENTERED_AS in core/rules.';
COMMENT ON COLUMN targets.data_source IS 'Nguồn số liệu: Thuế, BHXH, Thống kê, Công an …';

CREATE TABLE target_splits (
  target_id uuid PRIMARY KEY CONSTRAINT target_splits_target_there REFERENCES targets ON DELETE CASCADE,
  province_id uuid NOT NULL REFERENCES provinces,
  version integer NOT NULL DEFAULT 1,
  reason text,
  at timestamptz NOT NULL,
  by_post text NOT NULL
);
COMMENT ON TABLE target_splits IS 'Phân bổ chỉ tiêu: that a target was shared out among units, and when last.';
COMMENT ON COLUMN target_splits.target_id IS 'Which target.';
COMMENT ON COLUMN target_splits.province_id IS 'Its province.';
COMMENT ON COLUMN target_splits.version IS 'Counts the splits, so that an old form cannot overwrite a newer one.';
COMMENT ON COLUMN target_splits.reason IS 'Why the shares do not add up to the whole, as somebody confirmed it.';
COMMENT ON COLUMN target_splits.at IS 'When last.';
COMMENT ON COLUMN target_splits.by_post IS 'By whom, as the post was called.';
SELECT wall_off('target_splits');

CREATE TABLE target_shares (
  target_id uuid NOT NULL CONSTRAINT target_shares_split_there REFERENCES target_splits ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisations,
  province_id uuid NOT NULL REFERENCES provinces,
  position integer NOT NULL,
  value numeric,
  PRIMARY KEY (target_id, organisation_id)
);
CREATE INDEX target_shares_by_organisation ON target_shares (organisation_id);
COMMENT ON TABLE target_shares IS 'The units that report for a target, each with its share of it.';
COMMENT ON COLUMN target_shares.target_id IS 'Which target.';
COMMENT ON COLUMN target_shares.organisation_id IS 'Who is asked for figures.';
COMMENT ON COLUMN target_shares.province_id IS 'The province of both.';
COMMENT ON COLUMN target_shares.position IS 'Order in the grid.';
COMMENT ON COLUMN target_shares.value IS 'The unit''s share in the unit of the target; null where it reports without one.';
SELECT wall_off('target_shares');

ALTER TABLE measurements ADD COLUMN entered_as text NOT NULL DEFAULT 'cumulative' CONSTRAINT measurements_entered_as_known CHECK (entered_as IN ('period', 'cumulative'));
ALTER TABLE measurements ADD COLUMN entered_value numeric;
ALTER TABLE measurements ADD COLUMN state text NOT NULL DEFAULT 'approved' CONSTRAINT measurements_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned'));
ALTER TABLE measurements ADD COLUMN said_by text;
ALTER TABLE measurements ADD COLUMN returned_reason text;
ALTER TABLE measurements ADD COLUMN approved_at timestamptz;
ALTER TABLE measurements ADD COLUMN approved_by_post text;
UPDATE measurements SET entered_value = value;
ALTER TABLE measurements DROP CONSTRAINT measurements_has_figure;
ALTER TABLE measurements ADD CONSTRAINT measurements_has_figure CHECK (state IN ('draft', 'returned') OR entered_value IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL));
ALTER TABLE measurements ADD CONSTRAINT measurements_returned_says_why CHECK (state <> 'returned' OR returned_reason IS NOT NULL);
CREATE INDEX measurements_waiting ON measurements (province_id, organisation_id) WHERE state = 'submitted';
COMMENT ON TABLE measurements IS 'Số liệu thực hiện: one figure for a target, an organisation and a period.';
COMMENT ON COLUMN measurements.value IS 'Cumulative since the movement began, in the unit of the target; null where a ratio says it, or where a period before is missing.';
COMMENT ON COLUMN measurements.entered_as IS 'How it was asked for when it was entered; the list is ENTERED_AS in core/rules.';
COMMENT ON COLUMN measurements.entered_value IS 'As it was entered: of the period alone, or cumulative; null where a ratio says it, and where a draft was emptied.';
COMMENT ON COLUMN measurements.state IS 'Where it is on its way; the list is FIGURE_STATES in core/rules. Only approved ones count.';
COMMENT ON COLUMN measurements.said_by IS 'Who said it, where somebody else entered it (nhập thay).';
COMMENT ON COLUMN measurements.returned_reason IS 'Why it was sent back; stays beside the field until it is sent again.';
COMMENT ON COLUMN measurements.approved_at IS 'When approved.';
COMMENT ON COLUMN measurements.approved_by_post IS 'By whom, as the post was called.';

CREATE TABLE measurement_versions (
  measurement_id uuid NOT NULL REFERENCES measurements ON DELETE CASCADE,
  version integer NOT NULL,
  province_id uuid NOT NULL REFERENCES provinces,
  entered_as text NOT NULL,
  entered_value numeric,
  numerator numeric,
  denominator numeric,
  estimated boolean NOT NULL,
  state text NOT NULL,
  note text,
  at timestamptz NOT NULL,
  by_post text NOT NULL,
  PRIMARY KEY (measurement_id, version)
);
COMMENT ON TABLE measurement_versions IS 'What a figure was before each change; nothing of it is lost.';
COMMENT ON COLUMN measurement_versions.measurement_id IS 'Which figure.';
COMMENT ON COLUMN measurement_versions.version IS 'The version that was replaced.';
COMMENT ON COLUMN measurement_versions.province_id IS 'Its province.';
COMMENT ON COLUMN measurement_versions.entered_as IS 'As it was.';
COMMENT ON COLUMN measurement_versions.entered_value IS 'As it was.';
COMMENT ON COLUMN measurement_versions.numerator IS 'As it was.';
COMMENT ON COLUMN measurement_versions.denominator IS 'As it was.';
COMMENT ON COLUMN measurement_versions.estimated IS 'As it was.';
COMMENT ON COLUMN measurement_versions.state IS 'As it was.';
COMMENT ON COLUMN measurement_versions.note IS 'As it was.';
COMMENT ON COLUMN measurement_versions.at IS 'When it had been entered.';
COMMENT ON COLUMN measurement_versions.by_post IS 'By whom it had been entered.';
SELECT wall_off('measurement_versions');

CREATE TABLE closed_periods (
  movement_id uuid NOT NULL REFERENCES movements,
  period_from date NOT NULL,
  period_until date NOT NULL,
  province_id uuid NOT NULL REFERENCES provinces,
  closed_at timestamptz NOT NULL,
  closed_by_post text NOT NULL,
  reopened_at timestamptz,
  reopened_by_post text,
  reopened_reason text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (movement_id, period_from, period_until),
  CONSTRAINT closed_periods_reopened_says_why CHECK ((reopened_at IS NULL) = (reopened_reason IS NULL))
);
COMMENT ON TABLE closed_periods IS 'Chốt số liệu: periods of a movement in which no figure changes any more, unless they were opened again with a reason.';
COMMENT ON COLUMN closed_periods.movement_id IS 'Which movement.';
COMMENT ON COLUMN closed_periods.period_from IS 'First day of the period.';
COMMENT ON COLUMN closed_periods.period_until IS 'Last day.';
COMMENT ON COLUMN closed_periods.province_id IS 'The province of the movement.';
COMMENT ON COLUMN closed_periods.closed_at IS 'When closed last.';
COMMENT ON COLUMN closed_periods.closed_by_post IS 'By whom.';
COMMENT ON COLUMN closed_periods.reopened_at IS 'When opened again; null while it is closed.';
COMMENT ON COLUMN closed_periods.reopened_by_post IS 'By whom opened again.';
COMMENT ON COLUMN closed_periods.reopened_reason IS 'Why opened again.';
COMMENT ON COLUMN closed_periods.version IS 'Counts closings and openings.';
SELECT wall_off('closed_periods');
