-- Links with which one unit enters its figures of one period without a password.

ALTER TABLE links DROP CONSTRAINT links_kind_known;
ALTER TABLE links ADD CONSTRAINT links_kind_known CHECK (kind IN ('invitation', 'recovery', 'task', 'figures'));
ALTER TABLE links ADD COLUMN period_from date;
ALTER TABLE links ADD COLUMN period_until date;
ALTER TABLE links ADD COLUMN opened_at timestamptz;
ALTER TABLE links ADD COLUMN made_in uuid REFERENCES organisations;
ALTER TABLE links ADD CONSTRAINT links_period_of_figures CHECK ((kind = 'figures') = (period_from IS NOT NULL AND period_until IS NOT NULL));
COMMENT ON COLUMN links.subject_id IS 'The account, the task, or the movement whose figures are asked for, which may be gone.';
COMMENT ON COLUMN links.used_at IS 'When it was used up: invitations and recoveries open once. For others, when something was last sent with it.';
COMMENT ON COLUMN links.period_from IS 'First day of the period whose figures it takes; null for other kinds.';
COMMENT ON COLUMN links.period_until IS 'Last day of that period.';
COMMENT ON COLUMN links.opened_at IS 'When its page was last opened, where that is noted.';
COMMENT ON COLUMN links.made_in IS 'The organisation in which the maker worked: whom to ask for another one. Null for links older than this column.';
