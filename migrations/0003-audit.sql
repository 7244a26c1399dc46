-- What makes an act happen once, and what proves afterwards who did what.

CREATE TABLE actions (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  act text NOT NULL,
  input_hash bytea NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL
);
COMMENT ON TABLE actions IS 'Acts already done, by the id their sender made: the same act sent twice is done once and answered twice.';
COMMENT ON COLUMN actions.id IS 'Made by the sender.';
COMMENT ON COLUMN actions.province_id IS 'Of the account.';
COMMENT ON COLUMN actions.account_id IS 'Who did it.';
COMMENT ON COLUMN actions.act IS 'Which act.';
COMMENT ON COLUMN actions.input_hash IS 'SHA-256 of its input: another input under the same id is refused.';
COMMENT ON COLUMN actions.answer IS 'What was answered.';
COMMENT ON COLUMN actions.at IS 'When.';

CREATE TABLE audit_heads (
  province_id uuid PRIMARY KEY REFERENCES provinces,
  count bigint NOT NULL,
  hash bytea NOT NULL
);
COMMENT ON TABLE audit_heads IS 'End of each province''s chain: how many rows and the hash of the last, so that a cut-off tail shows.';
COMMENT ON COLUMN audit_heads.province_id IS 'Whose chain.';
COMMENT ON COLUMN audit_heads.count IS 'Rows in the chain.';
COMMENT ON COLUMN audit_heads.hash IS 'Hash of the last row; 32 zero bytes before the first.';

CREATE TABLE audit_entries (
  province_id uuid NOT NULL REFERENCES provinces,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid,
  organisation_id uuid,
  post_title text NOT NULL,
  act text NOT NULL,
  deed text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  action_id uuid,
  payload_hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (province_id, seq)
);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_kind, subject_id, seq);
COMMENT ON TABLE audit_entries IS 'Who did what to what, one chain a province: each row holds the hash of the one before.';
COMMENT ON COLUMN audit_entries.province_id IS 'Whose chain.';
COMMENT ON COLUMN audit_entries.seq IS 'Place in the chain, from 1 without gaps.';
COMMENT ON COLUMN audit_entries.at IS 'When.';
COMMENT ON COLUMN audit_entries.account_id IS 'Who; null for the system itself.';
COMMENT ON COLUMN audit_entries.organisation_id IS 'In which organisation the post was held.';
COMMENT ON COLUMN audit_entries.post_title IS 'In which post, as it was called then.';
COMMENT ON COLUMN audit_entries.act IS 'The act of core/rules/access.';
COMMENT ON COLUMN audit_entries.deed IS 'What happened to the subject.';
COMMENT ON COLUMN audit_entries.subject_kind IS 'What it happened to.';
COMMENT ON COLUMN audit_entries.subject_id IS 'Its id.';
COMMENT ON COLUMN audit_entries.action_id IS 'The sender''s id of the act.';
COMMENT ON COLUMN audit_entries.payload_hash IS 'SHA-256 of salt and payload, which may be erased without breaking the chain.';
COMMENT ON COLUMN audit_entries.previous_hash IS 'Hash of the row before; 32 zero bytes for the first.';
COMMENT ON COLUMN audit_entries.hash IS 'SHA-256 over all of the above.';

-- The last wall: even the owner of the tables cannot change or remove an entry without first taking the trigger away.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION refuse_change() IS 'Keeps a table append-only.';
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries EXECUTE FUNCTION refuse_change();

CREATE TABLE audit_payloads (
  province_id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  payload text,
  erased_at timestamptz,
  PRIMARY KEY (province_id, seq),
  FOREIGN KEY (province_id, seq) REFERENCES audit_entries,
  CONSTRAINT audit_payloads_erased_or_there CHECK ((payload IS NULL) = (erased_at IS NOT NULL) AND (payload IS NULL) = (salt IS NULL))
);
COMMENT ON TABLE audit_payloads IS 'Before and after of each entry, beside the chain because it may hold personal data.';
COMMENT ON COLUMN audit_payloads.province_id IS 'Whose chain.';
COMMENT ON COLUMN audit_payloads.seq IS 'Which entry.';
COMMENT ON COLUMN audit_payloads.salt IS 'Random bytes hashed before the payload, so that an erased one cannot be found by guessing; erased with it.';
COMMENT ON COLUMN audit_payloads.payload IS 'JSON as it was hashed; null once erased.';
COMMENT ON COLUMN audit_payloads.erased_at IS 'When it was erased.';

CREATE TABLE files (
  province_id uuid NOT NULL REFERENCES provinces,
  sha256 bytea NOT NULL,
  bytes bytea NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (province_id, sha256)
);
COMMENT ON TABLE files IS 'Bytes as they were handed in, once for each content and province.';
COMMENT ON COLUMN files.province_id IS 'Whose file.';
COMMENT ON COLUMN files.sha256 IS 'SHA-256 of the bytes.';
COMMENT ON COLUMN files.bytes IS 'The bytes.';
COMMENT ON COLUMN files.size IS 'How many.';
COMMENT ON COLUMN files.created_at IS 'When first handed in.';
