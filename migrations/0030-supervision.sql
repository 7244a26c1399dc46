-- What an officer opens to supervision, and what supervisors say of it.

ALTER TABLE movements ADD COLUMN opened_at timestamptz, ADD COLUMN opened_by text;
ALTER TABLE movements ADD CONSTRAINT movements_opened_by_somebody CHECK ((opened_at IS NULL) = (opened_by IS NULL));
COMMENT ON COLUMN movements.opened_at IS 'Since when supervisors may read it; null while they may not.';
COMMENT ON COLUMN movements.opened_by IS 'In which post somebody opened it.';

ALTER TABLE movement_history DROP CONSTRAINT movement_history_deed_known;
ALTER TABLE movement_history ADD CONSTRAINT movement_history_deed_known CHECK (deed IN ('created', 'edited', 'numbered', 'archived', 'restored', 'added', 'revised', 'state-set', 'removed', 'answered', 'withdrawn', 'updated-from-document', 'opened', 'closed'));

CREATE TABLE movement_comments (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid NOT NULL REFERENCES movements,
  organisation_id uuid NOT NULL REFERENCES organisations,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES accounts,
  by_post text NOT NULL,
  text text NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by_post text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT movement_comments_answer_whole CHECK (num_nulls(answer, answered_at, answered_by_post) IN (0, 3))
);
CREATE INDEX movement_comments_by_movement ON movement_comments (movement_id, at);
COMMENT ON TABLE movement_comments IS 'Ý kiến giám sát: what supervisors say of a movement that was opened to them, and the answer.';
COMMENT ON COLUMN movement_comments.id IS 'Made by the application.';
COMMENT ON COLUMN movement_comments.province_id IS 'The province of the movement.';
COMMENT ON COLUMN movement_comments.movement_id IS 'Of which movement.';
COMMENT ON COLUMN movement_comments.organisation_id IS 'In which organisation the supervisor works.';
COMMENT ON COLUMN movement_comments.at IS 'When it was said.';
COMMENT ON COLUMN movement_comments.by_account IS 'By which account.';
COMMENT ON COLUMN movement_comments.by_post IS 'In which post, as it was called then.';
COMMENT ON COLUMN movement_comments.text IS 'What was said.';
COMMENT ON COLUMN movement_comments.answer IS 'What those who run the movement answered; null before.';
COMMENT ON COLUMN movement_comments.answered_at IS 'When answered last.';
COMMENT ON COLUMN movement_comments.answered_by_post IS 'In which post.';
COMMENT ON COLUMN movement_comments.version IS 'Counts answers, so that an old form cannot overwrite a newer one.';
SELECT wall_off('movement_comments');
