-- Mã truy cập: with which another program writes or reads figures, without a browser and without a password.

CREATE TABLE access_tokens (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  token_hash bytea NOT NULL CONSTRAINT access_tokens_hash_once UNIQUE,
  name text NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts,
  post_id uuid NOT NULL REFERENCES posts,
  organisation_id uuid NOT NULL REFERENCES organisations,
  rights text[] NOT NULL CONSTRAINT access_tokens_rights_known CHECK (rights <@ ARRAY['read', 'write'] AND cardinality(rights) > 0),
  made_at timestamptz NOT NULL,
  made_by_post text NOT NULL,
  expires_at timestamptz NOT NULL,
  seen_at timestamptz,
  minute timestamptz,
  calls integer NOT NULL DEFAULT 0,
  revoked_at timestamptz,
  revoked_by_post text,
  CONSTRAINT access_tokens_end CHECK (expires_at > made_at)
);
CREATE INDEX access_tokens_by_organisation ON access_tokens (organisation_id);
COMMENT ON TABLE access_tokens IS 'Mã truy cập: lets another program write or read figures as far as its maker may, for one unit.';
COMMENT ON COLUMN access_tokens.id IS 'Made by the application.';
COMMENT ON COLUMN access_tokens.province_id IS 'Its province.';
COMMENT ON COLUMN access_tokens.token_hash IS 'SHA-256 of the token, which is shown once and kept nowhere.';
COMMENT ON COLUMN access_tokens.name IS 'What its maker calls it.';
COMMENT ON COLUMN access_tokens.account_id IS 'Who made it and answers for it; it ends with the account.';
COMMENT ON COLUMN access_tokens.post_id IS 'The post in which it was made; it ends with the post.';
COMMENT ON COLUMN access_tokens.organisation_id IS 'The unit it is for.';
COMMENT ON COLUMN access_tokens.rights IS 'What it may; the list is TOKEN_RIGHTS in core/rules.';
COMMENT ON COLUMN access_tokens.made_at IS 'When.';
COMMENT ON COLUMN access_tokens.made_by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN access_tokens.expires_at IS 'Until when it holds.';
COMMENT ON COLUMN access_tokens.seen_at IS 'When last used.';
COMMENT ON COLUMN access_tokens.minute IS 'The minute in which calls are being counted.';
COMMENT ON COLUMN access_tokens.calls IS 'Calls in that minute.';
COMMENT ON COLUMN access_tokens.revoked_at IS 'When taken back.';
COMMENT ON COLUMN access_tokens.revoked_by_post IS 'By whom taken back.';
SELECT wall_off('access_tokens');

CREATE FUNCTION door.province_of_access_token(token bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.access_tokens WHERE token_hash = token $$;
COMMENT ON FUNCTION door.province_of_access_token(bytea) IS 'Province of the access token that has this hash.';
