-- What comes along and nobody has verified: a province says who checked it, when, and against what.

ALTER TABLE settings ADD COLUMN checked_against text;
COMMENT ON COLUMN settings.checked_against IS 'The paper or person that the value was checked against by whoever set it; null where nobody says it was.';

ALTER TABLE indicator_changes
  ADD COLUMN roll_up_checked_against text,
  ADD COLUMN roll_up_checked_at timestamptz,
  ADD COLUMN roll_up_checked_by_post text,
  ADD CONSTRAINT indicator_changes_checked_by_somebody CHECK (num_nulls(roll_up_checked_against, roll_up_checked_at, roll_up_checked_by_post) IN (0, 3));
COMMENT ON COLUMN indicator_changes.roll_up_checked_against IS 'The paper or person that the way of putting it together was checked against; null while nobody has confirmed it.';
COMMENT ON COLUMN indicator_changes.roll_up_checked_at IS 'When.';
COMMENT ON COLUMN indicator_changes.roll_up_checked_by_post IS 'Who confirmed it, as the post was called.';
