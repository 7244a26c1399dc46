-- Links that open one thing without a password: an invitation, a recovery, one task of one unit.

CREATE TABLE links (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  token_hash bytea NOT NULL CONSTRAINT links_token_once UNIQUE,
  kind text NOT NULL CONSTRAINT links_kind_known CHECK (kind IN ('invitation', 'recovery', 'task')),
  organisation_id uuid NOT NULL REFERENCES organisations,
  subject_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES accounts,
  made_by_post text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT links_life CHECK (made_at < expires_at)
);
CREATE INDEX links_by_subject ON links (subject_id, kind);
CREATE INDEX links_by_end ON links (expires_at);
COMMENT ON TABLE links IS 'Each opens one thing for whoever holds it, until it ends. The token itself is only in the link.';
COMMENT ON COLUMN links.id IS 'Made by the application.';
COMMENT ON COLUMN links.province_id IS 'The province of what it opens.';
COMMENT ON COLUMN links.token_hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN links.kind IS 'What it is good for, and nothing else; the list is LINK_KINDS in core/rules.';
COMMENT ON COLUMN links.organisation_id IS 'The unit it was made for.';
COMMENT ON COLUMN links.subject_id IS 'The account, or the task, which may be gone.';
COMMENT ON COLUMN links.made_at IS 'When.';
COMMENT ON COLUMN links.made_by IS 'By which account.';
COMMENT ON COLUMN links.made_by_post IS 'In which post.';
COMMENT ON COLUMN links.expires_at IS 'End.';
COMMENT ON COLUMN links.used_at IS 'When it was used up: invitations and recoveries open once. For a task, when it was last used.';
COMMENT ON COLUMN links.revoked_at IS 'When it was taken back.';
SELECT wall_off('links');

CREATE FUNCTION door.province_of_link(token bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.links WHERE token_hash = token $$;
COMMENT ON FUNCTION door.province_of_link(bytea) IS 'Province of the link whose token has this hash.';
