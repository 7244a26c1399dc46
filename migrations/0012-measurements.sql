-- Figures reported for targets.

CREATE TABLE measurements (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  target_id uuid NOT NULL CONSTRAINT measurements_target_there REFERENCES targets,
  organisation_id uuid NOT NULL REFERENCES organisations,
  period_kind text NOT NULL CONSTRAINT measurements_period_kind_known CHECK (period_kind IN ('month', 'quarter', 'half-year', 'nine-months', 'year', 'once')),
  period_from date NOT NULL,
  period_until date NOT NULL,
  reported_as text NOT NULL DEFAULT 'level' CONSTRAINT measurements_reported_as_known CHECK (reported_as IN ('level', 'change')),
  value numeric,
  numerator numeric,
  denominator numeric,
  estimated boolean NOT NULL DEFAULT false,
  note text,
  reported_at timestamptz NOT NULL,
  reported_by_post text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  sample boolean NOT NULL DEFAULT false,
  CONSTRAINT measurements_once UNIQUE (target_id, organisation_id, period_from, period_until),
  CONSTRAINT measurements_period_forward CHECK (period_from <= period_until),
  CONSTRAINT measurements_has_figure CHECK (value IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL)),
  CONSTRAINT measurements_denominator_positive CHECK (denominator > 0)
);
CREATE INDEX measurements_by_organisation ON measurements (organisation_id, period_until);
COMMENT ON TABLE measurements IS 'Số liệu thực hiện: one figure for a target, an organisation and a period, cumulative since the period began.';
COMMENT ON COLUMN measurements.id IS 'Made by the application.';
COMMENT ON COLUMN measurements.province_id IS 'The province of target and organisation.';
COMMENT ON COLUMN measurements.target_id IS 'Which target.';
COMMENT ON COLUMN measurements.organisation_id IS 'Whose figure: the launcher''s own, or a unit''s that the roll-up takes.';
COMMENT ON COLUMN measurements.period_kind IS 'The list is PERIOD_KINDS in core/rules.';
COMMENT ON COLUMN measurements.period_from IS 'First day of the period; a figure of the year before is the base.';
COMMENT ON COLUMN measurements.period_until IS 'Last day, and the day a level stands for.';
COMMENT ON COLUMN measurements.reported_as IS 'The level itself, or the change the target asks for; the list is REPORTED_AS in core/rules.';
COMMENT ON COLUMN measurements.value IS 'The figure in the unit of the target; null where numerator and denominator say it.';
COMMENT ON COLUMN measurements.numerator IS 'Numerator of a ratio.';
COMMENT ON COLUMN measurements.denominator IS 'Denominator of a ratio.';
COMMENT ON COLUMN measurements.estimated IS 'Ước thực hiện rather than chính thức.';
COMMENT ON COLUMN measurements.note IS 'Remark.';
COMMENT ON COLUMN measurements.reported_at IS 'When entered.';
COMMENT ON COLUMN measurements.reported_by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN measurements.version IS 'Counts edits.';
COMMENT ON COLUMN measurements.sample IS 'Belongs to the demo: "số liệu mẫu".';
