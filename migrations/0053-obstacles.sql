-- Khó khăn, vướng mắc, nguyên nhân, đề xuất, kiến nghị: said by units beside their figures, put together upward by domain,
-- each with an answer and somebody who owns it.

CREATE TABLE obstacles (
  id uuid PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  organisation_id uuid NOT NULL REFERENCES organisations,
  period_from date NOT NULL,
  period_until date NOT NULL,
  domain text,
  obstacle text,
  cause text,
  recommendation text,
  said_by text,
  by_link boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  by_post text NOT NULL,
  to_organisation_id uuid NOT NULL REFERENCES organisations,
  merged_into_id uuid REFERENCES obstacles,
  state text NOT NULL DEFAULT 'open' CONSTRAINT obstacles_state_known CHECK (state IN ('open', 'in-hand', 'answered', 'resolved')),
  owner_id uuid REFERENCES organisations,
  answer text,
  answered_at timestamptz,
  answered_by_post text,
  withdrawn_at timestamptz,
  sample boolean NOT NULL DEFAULT false,
  CONSTRAINT obstacles_say_something CHECK (obstacle IS NOT NULL OR recommendation IS NOT NULL),
  CONSTRAINT obstacles_answers_say_something CHECK (state NOT IN ('answered', 'resolved') OR answer IS NOT NULL),
  CONSTRAINT obstacles_period_in_order CHECK (period_from <= period_until)
);
CREATE INDEX obstacles_by_organisation ON obstacles (organisation_id, period_until);
CREATE INDEX obstacles_by_movement ON obstacles (movement_id, period_until);
CREATE INDEX obstacles_put_to ON obstacles (to_organisation_id) WHERE merged_into_id IS NULL AND withdrawn_at IS NULL;
CREATE INDEX obstacles_merged ON obstacles (merged_into_id) WHERE merged_into_id IS NOT NULL;
COMMENT ON TABLE obstacles IS 'What hinders a unit in a period, why, and what it asks for; or what its superior put together of several of them.';
COMMENT ON COLUMN obstacles.id IS 'Made by the application.';
COMMENT ON COLUMN obstacles.version IS 'Counts the changes, so that an old form cannot overwrite a newer one.';
COMMENT ON COLUMN obstacles.province_id IS 'Its province.';
COMMENT ON COLUMN obstacles.movement_id IS 'In which movement.';
COMMENT ON COLUMN obstacles.organisation_id IS 'Whose it is: the unit that says it, or the one that put several together.';
COMMENT ON COLUMN obstacles.period_from IS 'First day of the period it was said for.';
COMMENT ON COLUMN obstacles.period_until IS 'Last day of that period.';
COMMENT ON COLUMN obstacles.domain IS 'Lĩnh vực; null for what concerns all of them.';
COMMENT ON COLUMN obstacles.obstacle IS 'Khó khăn, vướng mắc.';
COMMENT ON COLUMN obstacles.cause IS 'Nguyên nhân.';
COMMENT ON COLUMN obstacles.recommendation IS 'Đề xuất, kiến nghị.';
COMMENT ON COLUMN obstacles.said_by IS 'Who said it, where somebody else entered it.';
COMMENT ON COLUMN obstacles.by_link IS 'It came by a link for figures.';
COMMENT ON COLUMN obstacles.at IS 'When it was said or last reworded.';
COMMENT ON COLUMN obstacles.by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN obstacles.to_organisation_id IS 'Who has to answer it now: the superior it was put to, or passed on to.';
COMMENT ON COLUMN obstacles.merged_into_id IS 'What it was put together in, whose answer is its own; null while it stands by itself.';
COMMENT ON COLUMN obstacles.state IS 'How far it is; the list is OBSTACLE_STATES in core/rules.';
COMMENT ON COLUMN obstacles.owner_id IS 'Đơn vị giải quyết; null while nobody was named.';
COMMENT ON COLUMN obstacles.answer IS 'Trả lời.';
COMMENT ON COLUMN obstacles.answered_at IS 'When state, owner or answer were last set.';
COMMENT ON COLUMN obstacles.answered_by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN obstacles.withdrawn_at IS 'When the unit took it back; it can be had again.';
COMMENT ON COLUMN obstacles.sample IS 'Part of the demo.';
SELECT wall_off('obstacles');
