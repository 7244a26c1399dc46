-- Other ways to prove who one is: passkeys, one-time codes, an identity elsewhere; and what has been asked and not yet answered.

CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  credential_id text NOT NULL CONSTRAINT passkeys_credential_once UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkeys_by_account ON passkeys (account_id);
COMMENT ON TABLE passkeys IS 'Khóa truy cập: WebAuthn credentials that sign in without a password.';
COMMENT ON COLUMN passkeys.id IS 'Made by the application.';
COMMENT ON COLUMN passkeys.province_id IS 'Of the account.';
COMMENT ON COLUMN passkeys.account_id IS 'Whose.';
COMMENT ON COLUMN passkeys.credential_id IS 'Id that the authenticator gave it, base64url.';
COMMENT ON COLUMN passkeys.public_key IS 'COSE key; the private one never leaves the authenticator.';
COMMENT ON COLUMN passkeys.counter IS 'How often it has signed; one that falls back is a copy. 0 where the authenticator does not count.';
COMMENT ON COLUMN passkeys.transports IS 'How the browser reaches it.';
COMMENT ON COLUMN passkeys.name IS 'What the person calls it.';
COMMENT ON COLUMN passkeys.made_at IS 'When it was added.';
COMMENT ON COLUMN passkeys.used_at IS 'When it last signed in.';
SELECT wall_off('passkeys');

CREATE TABLE one_time_codes (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  province_id uuid NOT NULL REFERENCES provinces,
  secret text NOT NULL,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE one_time_codes IS 'Xác thực hai bước: the secret behind the codes that an app shows (RFC 6238).';
COMMENT ON COLUMN one_time_codes.account_id IS 'Whose.';
COMMENT ON COLUMN one_time_codes.province_id IS 'Of the account.';
COMMENT ON COLUMN one_time_codes.secret IS 'Base32.';
COMMENT ON COLUMN one_time_codes.made_at IS 'When it was shown.';
COMMENT ON COLUMN one_time_codes.confirmed_at IS 'When the person proved that the app has it; it counts from then on.';
COMMENT ON COLUMN one_time_codes.last_step IS 'The half minute of the last code taken: none is taken twice, nor an earlier one.';
SELECT wall_off('one_time_codes');

CREATE TABLE recovery_codes (
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);
COMMENT ON TABLE recovery_codes IS 'Codes on paper for the day on which the app with the one-time codes is gone; each works once.';
COMMENT ON COLUMN recovery_codes.province_id IS 'Of the account.';
COMMENT ON COLUMN recovery_codes.account_id IS 'Whose.';
COMMENT ON COLUMN recovery_codes.code_hash IS 'SHA-256 of the code, which is random and long.';
COMMENT ON COLUMN recovery_codes.used_at IS 'When it was used.';
SELECT wall_off('recovery_codes');

CREATE TABLE identities (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz NOT NULL,
  linked_how text NOT NULL CONSTRAINT identities_linked_how_known CHECK (linked_how IN ('by-person', 'by-email')),
  CONSTRAINT identities_once UNIQUE (issuer, subject)
);
CREATE INDEX identities_by_account ON identities (account_id);
COMMENT ON TABLE identities IS 'Who a person is at an OpenID Connect provider.';
COMMENT ON COLUMN identities.id IS 'Made by the application.';
COMMENT ON COLUMN identities.province_id IS 'Of the account.';
COMMENT ON COLUMN identities.account_id IS 'Whose account it opens.';
COMMENT ON COLUMN identities.issuer IS 'The provider.';
COMMENT ON COLUMN identities.subject IS 'Its name for the person, never given to another.';
COMMENT ON COLUMN identities.linked_at IS 'When.';
COMMENT ON COLUMN identities.linked_how IS 'By the person while signed in, or by an e-mail address which the provider has verified; the list is IDENTITY_LINKS in core/rules.';
SELECT wall_off('identities');

CREATE TABLE challenges (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT challenges_kind_known CHECK (kind IN ('passkey-new', 'passkey-sign-in', 'sign-on')),
  account_id uuid,
  secrets jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenges_by_end ON challenges (expires_at);
COMMENT ON TABLE challenges IS 'What a browser was asked and has to answer within minutes; taken out when answered, well or not.';
COMMENT ON COLUMN challenges.id IS 'Random; the browser brings it back.';
COMMENT ON COLUMN challenges.kind IS 'What it is good for; the list is CHALLENGE_KINDS in core/rules.';
COMMENT ON COLUMN challenges.account_id IS 'Who was asked, where that is known.';
COMMENT ON COLUMN challenges.secrets IS 'What the answer has to match.';
COMMENT ON COLUMN challenges.expires_at IS 'End.';

CREATE FUNCTION door.province_of_passkey(credential text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.passkeys WHERE credential_id = credential $$;
COMMENT ON FUNCTION door.province_of_passkey(text) IS 'Province of the passkey with this credential id.';

CREATE FUNCTION door.province_of_identity(of_issuer text, of_subject text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.identities WHERE issuer = of_issuer AND subject = of_subject $$;
COMMENT ON FUNCTION door.province_of_identity(text, text) IS 'Province of the account that this identity elsewhere opens.';
