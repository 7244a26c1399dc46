-- Sessions, attempts at signing in, and the link with which the first administrator is made.

CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  post_id uuid NOT NULL REFERENCES posts,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  address text NOT NULL,
  device text NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);
COMMENT ON TABLE sessions IS 'Who is signed in. The token itself is only in the cookie.';
COMMENT ON COLUMN sessions.token_hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN sessions.account_id IS 'Whose session.';
COMMENT ON COLUMN sessions.post_id IS 'The post in which the person works now.';
COMMENT ON COLUMN sessions.created_at IS 'When signed in.';
COMMENT ON COLUMN sessions.seen_at IS 'Last use, kept to the minute.';
COMMENT ON COLUMN sessions.expires_at IS 'End, moved on by use up to a limit.';
COMMENT ON COLUMN sessions.address IS 'Network address at sign-in, for the person''s own list of sessions.';
COMMENT ON COLUMN sessions.device IS 'Browser as it names itself, cut short.';

CREATE TABLE sign_in_attempts (
  id uuid NOT NULL,
  key text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_by_key ON sign_in_attempts (key, at);
CREATE INDEX sign_in_attempts_by_id ON sign_in_attempts (id);
CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (at);
COMMENT ON TABLE sign_in_attempts IS 'Attempts at signing in that did not succeed, or not yet, for the rate limit; swept after an hour.';
COMMENT ON COLUMN sign_in_attempts.id IS 'One attempt: its row for the account and the one for the address.';
COMMENT ON COLUMN sign_in_attempts.key IS 'Hash of the account name or of the address tried.';
COMMENT ON COLUMN sign_in_attempts.at IS 'When.';

CREATE TABLE set_up_codes (
  code_hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE set_up_codes IS 'One-time codes, printed in the terminal, with which the first administrator of an empty installation is made.';
COMMENT ON COLUMN set_up_codes.code_hash IS 'SHA-256 of the code.';
COMMENT ON COLUMN set_up_codes.expires_at IS 'End.';
