-- What surrounds a target: its levels and adjustments, who helps, named things that are ticked, and verdicts of goals
-- without a figure.

ALTER TABLE targets ADD COLUMN plan_level text CONSTRAINT targets_plan_level_known CHECK (plan_level IN ('assigned', 'council', 'aspired'));
ALTER TABLE targets ADD COLUMN assigned_value numeric;
ALTER TABLE targets ADD COLUMN council_value numeric;
ALTER TABLE targets ADD COLUMN aspired_value numeric;
ALTER TABLE targets ADD COLUMN year_kind text NOT NULL DEFAULT 'work-year' CONSTRAINT targets_year_kind_known CHECK (year_kind IN ('work-year', 'school-year'));
ALTER TABLE targets ADD COLUMN verdict_rating text;
ALTER TABLE targets ADD COLUMN verdict_text text;
ALTER TABLE targets ADD COLUMN verdict_evidence text;
ALTER TABLE targets ADD COLUMN verdict_on date;
ALTER TABLE targets ADD COLUMN verdict_by_post text;
COMMENT ON COLUMN targets.plan_level IS 'Which level progress is measured against, its value being the target''s own; the list is PLAN_LEVELS in core/rules.';
COMMENT ON COLUMN targets.assigned_value IS 'Tỉnh giao, in the unit of the target.';
COMMENT ON COLUMN targets.council_value IS 'HĐND giao.';
COMMENT ON COLUMN targets.aspired_value IS 'Phấn đấu.';
COMMENT ON COLUMN targets.year_kind IS 'Năm công tác or năm học; the list is YEAR_KINDS in core/rules.';
COMMENT ON COLUMN targets.verdict_rating IS 'The rating of a goal without a figure in words: hoàn thành tốt nhiệm vụ.';
COMMENT ON COLUMN targets.verdict_text IS 'What was reached, in words.';
COMMENT ON COLUMN targets.verdict_evidence IS 'By which paper or event it is shown.';
COMMENT ON COLUMN targets.verdict_on IS 'Of which day the verdict is.';
COMMENT ON COLUMN targets.verdict_by_post IS 'Who gave it, as the post was called.';

CREATE TABLE target_adjustments (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  target_id uuid NOT NULL CONSTRAINT target_adjustments_target_there REFERENCES targets ON DELETE CASCADE,
  in_force_on date NOT NULL,
  resolution text NOT NULL,
  resolution_on date NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  note text,
  at timestamptz NOT NULL,
  by_post text NOT NULL
);
CREATE INDEX target_adjustments_by_target ON target_adjustments (target_id, in_force_on);
COMMENT ON TABLE target_adjustments IS 'Điều chỉnh chỉ tiêu: each change of a target''s figure by a resolution; the target''s row holds the newest.';
COMMENT ON COLUMN target_adjustments.id IS 'Made by the application.';
COMMENT ON COLUMN target_adjustments.province_id IS 'Province of the target.';
COMMENT ON COLUMN target_adjustments.target_id IS 'Which target.';
COMMENT ON COLUMN target_adjustments.in_force_on IS 'First day on which the new figure counts.';
COMMENT ON COLUMN target_adjustments.resolution IS 'Number and symbol of the paper: 25/NQ-HĐND.';
COMMENT ON COLUMN target_adjustments.resolution_on IS 'Its date.';
COMMENT ON COLUMN target_adjustments.before IS 'The figure up to the day before.';
COMMENT ON COLUMN target_adjustments.after IS 'The figure from that day on.';
COMMENT ON COLUMN target_adjustments.note IS 'Why.';
COMMENT ON COLUMN target_adjustments.at IS 'When entered.';
COMMENT ON COLUMN target_adjustments.by_post IS 'By whom, as the post was called.';
SELECT wall_off('target_adjustments');

CREATE TABLE target_supporters (
  target_id uuid NOT NULL CONSTRAINT target_supporters_target_there REFERENCES targets ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisations,
  province_id uuid NOT NULL REFERENCES provinces,
  position integer NOT NULL,
  PRIMARY KEY (target_id, organisation_id)
);
CREATE INDEX target_supporters_by_organisation ON target_supporters (organisation_id);
COMMENT ON TABLE target_supporters IS 'Đơn vị phối hợp of a target, beside the one that leads.';
COMMENT ON COLUMN target_supporters.target_id IS 'Which target.';
COMMENT ON COLUMN target_supporters.organisation_id IS 'Who supports.';
COMMENT ON COLUMN target_supporters.province_id IS 'The province of both.';
COMMENT ON COLUMN target_supporters.position IS 'Order.';
SELECT wall_off('target_supporters');

CREATE TABLE target_things (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  target_id uuid NOT NULL CONSTRAINT target_things_target_there REFERENCES targets ON DELETE CASCADE,
  position integer NOT NULL,
  name text NOT NULL,
  held_from date,
  held_until date,
  CONSTRAINT target_things_held_forward CHECK (held_from <= held_until),
  CONSTRAINT target_things_once UNIQUE (target_id, name)
);
COMMENT ON TABLE target_things IS 'The few named things a ratio counts (8 trường), ticked one by one, so that the missing one has a name.';
COMMENT ON COLUMN target_things.id IS 'Made by the application.';
COMMENT ON COLUMN target_things.province_id IS 'Province of the target.';
COMMENT ON COLUMN target_things.target_id IS 'Whose list.';
COMMENT ON COLUMN target_things.position IS 'Order in the list.';
COMMENT ON COLUMN target_things.name IS 'Its name.';
COMMENT ON COLUMN target_things.held_from IS 'First day of the title it holds (trường chuẩn, thôn văn hóa); null where it holds none.';
COMMENT ON COLUMN target_things.held_until IS 'Last day of the title; null where it has no end.';
SELECT wall_off('target_things');

CREATE TABLE measurement_ticks (
  measurement_id uuid NOT NULL REFERENCES measurements ON DELETE CASCADE,
  thing_id uuid NOT NULL CONSTRAINT measurement_ticks_thing_there REFERENCES target_things ON DELETE CASCADE,
  province_id uuid NOT NULL REFERENCES provinces,
  PRIMARY KEY (measurement_id, thing_id)
);
CREATE INDEX measurement_ticks_by_thing ON measurement_ticks (thing_id);
COMMENT ON TABLE measurement_ticks IS 'Which of the named things were ticked in a figure.';
COMMENT ON COLUMN measurement_ticks.measurement_id IS 'Which figure.';
COMMENT ON COLUMN measurement_ticks.thing_id IS 'Which thing.';
COMMENT ON COLUMN measurement_ticks.province_id IS 'The province of both.';
SELECT wall_off('measurement_ticks');
