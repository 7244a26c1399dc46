-- Provinces (the tenant boundary), organisations through time, accounts and posts.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- unaccent() is only STABLE and leaves đ to its rules file; search needs an immutable fold for indexes.
CREATE FUNCTION fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFC))), 'đ', 'd') $$;
COMMENT ON FUNCTION fold(text) IS 'Lower case without diacritics: how every search compares words.';

CREATE TABLE installation (
  kind text NOT NULL CONSTRAINT installation_kind_known CHECK (kind IN ('demo', 'real')),
  made_at timestamptz NOT NULL DEFAULT now(),
  seeded_at timestamptz,
  only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT installation_once CHECK (only_one)
);
COMMENT ON TABLE installation IS 'What this database is for, decided at its first start; sample data and real ones never share one.';
COMMENT ON COLUMN installation.kind IS 'demo or real.';
COMMENT ON COLUMN installation.made_at IS 'First start.';
COMMENT ON COLUMN installation.seeded_at IS 'When the sample data were complete; null before, and for real data.';
COMMENT ON COLUMN installation.only_one IS 'Always true: there is one row.';

CREATE TABLE provinces (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT provinces_name_once UNIQUE,
  fixed_today date,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE provinces IS 'A province or city: nothing of one is seen or changed from another.';
COMMENT ON COLUMN provinces.id IS 'Made by the application.';
COMMENT ON COLUMN provinces.name IS 'Official name, "Tỉnh Lai Châu".';
COMMENT ON COLUMN provinces.fixed_today IS 'The day on which this province stands still: only demo data has one.';
COMMENT ON COLUMN provinces.created_at IS 'When it was set up here.';

CREATE TABLE organisations (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  parent_id uuid REFERENCES organisations,
  name text NOT NULL,
  issuer_name text,
  kind text NOT NULL CONSTRAINT organisations_kind_known CHECK (kind IN ('people-committee', 'department', 'party-body', 'front-and-unions', 'village', 'school', 'health-station', 'public-service-unit', 'armed-force', 'enterprise', 'cooperative')),
  level text NOT NULL CONSTRAINT organisations_level_known CHECK (level IN ('central', 'province', 'district', 'commune', 'unit')),
  position integer NOT NULL DEFAULT 0,
  valid_from date,
  valid_until date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT organisations_life CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until)
);
CREATE INDEX organisations_by_parent ON organisations (parent_id, position);
CREATE INDEX organisations_by_province ON organisations (province_id);
CREATE INDEX organisations_search ON organisations USING gin (fold(name) gin_trgm_ops);
COMMENT ON TABLE organisations IS 'Every organisation that takes part in movements, with its life span; ended ones stay readable.';
COMMENT ON COLUMN organisations.id IS 'Made by the application.';
COMMENT ON COLUMN organisations.province_id IS 'The province it belongs to.';
COMMENT ON COLUMN organisations.parent_id IS 'Whom it stands under today, or stood under when it ended; the past is in organisation_closure.';
COMMENT ON COLUMN organisations.name IS 'Name as people say it, "Xã Bình Lư".';
COMMENT ON COLUMN organisations.issuer_name IS 'Name as an issuer of documents, "Ủy ban nhân dân xã Bình Lư"; null where it issues none.';
COMMENT ON COLUMN organisations.kind IS 'What it is; the list is ORGANISATION_KINDS in core/rules.';
COMMENT ON COLUMN organisations.level IS 'Level of government, or unit; the list is ORGANISATION_LEVELS in core/rules.';
COMMENT ON COLUMN organisations.position IS 'Order among its siblings.';
COMMENT ON COLUMN organisations.valid_from IS 'First day of its life; null where not known.';
COMMENT ON COLUMN organisations.valid_until IS 'First day on which it no longer exists; null while it lives.';
COMMENT ON COLUMN organisations.version IS 'Counts edits, so that an old form cannot overwrite a newer one.';

CREATE TABLE organisation_closure (
  province_id uuid NOT NULL REFERENCES provinces,
  ancestor_id uuid NOT NULL REFERENCES organisations,
  descendant_id uuid NOT NULL REFERENCES organisations,
  depth integer NOT NULL CHECK (depth >= 0),
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_until date NOT NULL DEFAULT 'infinity',
  PRIMARY KEY (ancestor_id, descendant_id, valid_from),
  CONSTRAINT organisation_closure_life CHECK (valid_from < valid_until)
);
CREATE INDEX organisation_closure_upwards ON organisation_closure (descendant_id, depth);
COMMENT ON TABLE organisation_closure IS 'Who stands under whom and when: every pair of ancestor and descendant, each organisation also under itself.';
COMMENT ON COLUMN organisation_closure.province_id IS 'The province both belong to.';
COMMENT ON COLUMN organisation_closure.ancestor_id IS 'The one above, or the same.';
COMMENT ON COLUMN organisation_closure.descendant_id IS 'The one below, or the same.';
COMMENT ON COLUMN organisation_closure.depth IS 'Steps between them; 0 for itself.';
COMMENT ON COLUMN organisation_closure.valid_from IS 'First day on which it holds.';
COMMENT ON COLUMN organisation_closure.valid_until IS 'First day on which it no longer holds.';

CREATE TABLE organisation_successions (
  province_id uuid NOT NULL REFERENCES provinces,
  predecessor_id uuid NOT NULL REFERENCES organisations,
  successor_id uuid NOT NULL REFERENCES organisations,
  how text NOT NULL CONSTRAINT organisation_successions_how_known CHECK (how IN ('merge', 'split', 'rename')),
  on_date date NOT NULL,
  PRIMARY KEY (predecessor_id, successor_id)
);
COMMENT ON TABLE organisation_successions IS 'What an ended organisation became.';
COMMENT ON COLUMN organisation_successions.province_id IS 'The province both belong to.';
COMMENT ON COLUMN organisation_successions.predecessor_id IS 'The one that ended.';
COMMENT ON COLUMN organisation_successions.successor_id IS 'The one that goes on.';
COMMENT ON COLUMN organisation_successions.how IS 'The list is SUCCESSIONS in core/rules.';
COMMENT ON COLUMN organisation_successions.on_date IS 'Day on which it happened.';

CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  name text NOT NULL,
  email text,
  password_hash text NOT NULL,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  demo boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX accounts_name_once ON accounts (lower(name));
CREATE UNIQUE INDEX accounts_email_once ON accounts (lower(email));
COMMENT ON TABLE accounts IS 'Who may sign in.';
COMMENT ON COLUMN accounts.id IS 'Made by the application.';
COMMENT ON COLUMN accounts.province_id IS 'The province the account belongs to.';
COMMENT ON COLUMN accounts.name IS 'Account name, told apart without regard to case.';
COMMENT ON COLUMN accounts.email IS 'Optional; may be used to sign in as well.';
COMMENT ON COLUMN accounts.password_hash IS 'argon2id, with its salt and costs.';
COMMENT ON COLUMN accounts.disabled_at IS 'Since when it may no longer sign in.';
COMMENT ON COLUMN accounts.created_at IS 'When it was made.';
COMMENT ON COLUMN accounts.demo IS 'Belongs to the demo; never signs in under NODE_ENV=production.';

CREATE TABLE posts (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  organisation_id uuid NOT NULL REFERENCES organisations,
  role text NOT NULL CONSTRAINT posts_role_known CHECK (role IN ('officer', 'reporter', 'leader', 'administrator')),
  title text NOT NULL,
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_until date NOT NULL DEFAULT 'infinity',
  CONSTRAINT posts_once UNIQUE (account_id, organisation_id, role)
);
COMMENT ON TABLE posts IS 'What an account is in an organisation, and from when to when.';
COMMENT ON COLUMN posts.id IS 'Made by the application.';
COMMENT ON COLUMN posts.province_id IS 'The province of both.';
COMMENT ON COLUMN posts.account_id IS 'Whose post.';
COMMENT ON COLUMN posts.organisation_id IS 'Where.';
COMMENT ON COLUMN posts.role IS 'What rights it brings; the list is ROLES in core/rules/access.';
COMMENT ON COLUMN posts.title IS 'As people say it, "Chuyên viên thi đua - khen thưởng".';
COMMENT ON COLUMN posts.valid_from IS 'First day.';
COMMENT ON COLUMN posts.valid_until IS 'First day on which it no longer holds.';
