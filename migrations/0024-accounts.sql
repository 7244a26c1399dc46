-- Accounts made and kept by the people above them, sessions one can tell apart, work handed over to a successor.

ALTER TABLE accounts ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE accounts ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;
ALTER TABLE accounts ADD COLUMN made_by_post text;
ALTER TABLE accounts ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN accounts.password_hash IS 'argon2id, with its salt and costs; null until a person has chosen one, and for those who sign in another way.';
COMMENT ON COLUMN accounts.must_change_password IS 'The password was given by somebody else: nothing works before it is changed.';
COMMENT ON COLUMN accounts.made_by_post IS 'Post of who made it; null for the first and for the demo''s.';
COMMENT ON COLUMN accounts.version IS 'Counts edits, so that an old form cannot overwrite a newer one.';
CREATE INDEX accounts_by_province ON accounts (province_id);
CREATE INDEX accounts_search ON accounts USING gin (fold(name) gin_trgm_ops);

ALTER TABLE sessions ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
COMMENT ON COLUMN sessions.id IS 'By which a person ends it from another device; worth nothing as a token.';

-- Deeds done with a link for one task are nobody's account.
ALTER TABLE movement_history ALTER COLUMN by_account DROP NOT NULL;
COMMENT ON COLUMN movement_history.by_account IS 'By which account; null where it was done with a link for one task.';

CREATE TABLE hand_overs (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  from_account_id uuid NOT NULL REFERENCES accounts,
  to_account_id uuid NOT NULL REFERENCES accounts,
  organisation_id uuid NOT NULL REFERENCES organisations,
  on_date date NOT NULL,
  reason text,
  record jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_post text NOT NULL
);
CREATE INDEX hand_overs_by_organisation ON hand_overs (organisation_id);
COMMENT ON TABLE hand_overs IS 'Bàn giao: all open work and all posts of an account, passed to a successor in one act.';
COMMENT ON COLUMN hand_overs.id IS 'Made by the application.';
COMMENT ON COLUMN hand_overs.province_id IS 'The province of both.';
COMMENT ON COLUMN hand_overs.from_account_id IS 'Who hands over.';
COMMENT ON COLUMN hand_overs.to_account_id IS 'Who takes over.';
COMMENT ON COLUMN hand_overs.organisation_id IS 'Where the first of the posts is held: whose matter the record is.';
COMMENT ON COLUMN hand_overs.on_date IS 'First day on which the successor holds the posts.';
COMMENT ON COLUMN hand_overs.reason IS 'Why, or the number of the decision.';
COMMENT ON COLUMN hand_overs.record IS 'What was handed over, as it was called then (HandOverRecord of the contract).';
COMMENT ON COLUMN hand_overs.at IS 'When it was done here.';
COMMENT ON COLUMN hand_overs.by_post IS 'In which post it was done.';
SELECT wall_off('hand_overs');
