-- Thông báo: what a person is told without asking, in the program, by letter and on their devices.

ALTER TABLE measurements ADD COLUMN sent_by uuid REFERENCES accounts;
COMMENT ON COLUMN measurements.sent_by IS 'Whose account sent it last, to be told when it is approved or comes back; null where a link did.';

CREATE TABLE notices (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  day date NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  CONSTRAINT notices_once_a_day UNIQUE (account_id, day)
);
CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;
CREATE INDEX notices_by_province ON notices (province_id, day);
COMMENT ON TABLE notices IS 'What a person was told on a day, gathered into one.';
COMMENT ON COLUMN notices.id IS 'Made by the application.';
COMMENT ON COLUMN notices.province_id IS 'Of the account.';
COMMENT ON COLUMN notices.account_id IS 'Who is told.';
COMMENT ON COLUMN notices.day IS 'The day it was in the province.';
COMMENT ON COLUMN notices.at IS 'When the newest line was added.';
COMMENT ON COLUMN notices.read_at IS 'When the person marked it as read; a line added later makes it unread again.';
SELECT wall_off('notices');

CREATE TABLE notice_lines (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notices ON DELETE CASCADE,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  organisation_id uuid NOT NULL REFERENCES organisations,
  key text NOT NULL,
  kind text NOT NULL CONSTRAINT notice_lines_kind_known CHECK (kind IN ('figures-due', 'units-missing', 'units-unreached', 'task-due', 'figures-returned', 'figures-approved')),
  facts jsonb NOT NULL,
  at timestamptz NOT NULL,
  delivered_at timestamptz,
  CONSTRAINT notice_lines_once UNIQUE (account_id, key)
);
CREATE INDEX notice_lines_by_notice ON notice_lines (notice_id);
COMMENT ON TABLE notice_lines IS 'The single matters of a notice, each told to a person once.';
COMMENT ON COLUMN notice_lines.id IS 'Made by the application.';
COMMENT ON COLUMN notice_lines.notice_id IS 'In which notice.';
COMMENT ON COLUMN notice_lines.province_id IS 'Of the account.';
COMMENT ON COLUMN notice_lines.account_id IS 'Who is told.';
COMMENT ON COLUMN notice_lines.organisation_id IS 'In which organisation the person has to sit to see to it.';
COMMENT ON COLUMN notice_lines.key IS 'What it is about: told for a second time it is the same line.';
COMMENT ON COLUMN notice_lines.kind IS 'The list is NOTICE_KINDS in core/rules.';
COMMENT ON COLUMN notice_lines.facts IS 'What the sentence is made of, as things were called then.';
COMMENT ON COLUMN notice_lines.at IS 'When.';
COMMENT ON COLUMN notice_lines.delivered_at IS 'When it was passed on to letters and devices.';
SELECT wall_off('notice_lines');

CREATE TABLE notice_preferences (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  province_id uuid NOT NULL REFERENCES provinces,
  by_mail boolean NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX notice_preferences_by_province ON notice_preferences (province_id);
COMMENT ON TABLE notice_preferences IS 'How a person wants to be told; without a row by letter where there is an address.';
COMMENT ON COLUMN notice_preferences.account_id IS 'Who.';
COMMENT ON COLUMN notice_preferences.province_id IS 'Of the account.';
COMMENT ON COLUMN notice_preferences.by_mail IS 'Whether letters are wanted.';
COMMENT ON COLUMN notice_preferences.at IS 'Since when.';
SELECT wall_off('notice_preferences');

CREATE TABLE push_subscriptions (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  account_id uuid NOT NULL REFERENCES accounts,
  endpoint text NOT NULL,
  p256dh text NOT NULL,
  auth text NOT NULL,
  device text NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT push_subscriptions_once UNIQUE (account_id, endpoint)
);
CREATE INDEX push_subscriptions_by_province ON push_subscriptions (province_id);
COMMENT ON TABLE push_subscriptions IS 'Devices on which a person wants to be told (web push, RFC 8030).';
COMMENT ON COLUMN push_subscriptions.id IS 'Made by the application.';
COMMENT ON COLUMN push_subscriptions.province_id IS 'Of the account.';
COMMENT ON COLUMN push_subscriptions.account_id IS 'Whose.';
COMMENT ON COLUMN push_subscriptions.endpoint IS 'Address at the browser''s push service.';
COMMENT ON COLUMN push_subscriptions.p256dh IS 'Public key of the browser, by which only it reads the message (RFC 8291).';
COMMENT ON COLUMN push_subscriptions.auth IS 'Secret shared with the browser for the same.';
COMMENT ON COLUMN push_subscriptions.device IS 'How the browser named itself.';
COMMENT ON COLUMN push_subscriptions.made_at IS 'When.';
COMMENT ON COLUMN push_subscriptions.used_at IS 'When a message last arrived there.';
SELECT wall_off('push_subscriptions');

ALTER TABLE installation ADD COLUMN vapid_public text;
ALTER TABLE installation ADD COLUMN vapid_private text;
COMMENT ON COLUMN installation.vapid_public IS 'By which push services know this server (RFC 8292); made at its first start.';
COMMENT ON COLUMN installation.vapid_private IS 'The key to it. A new one would silence every device.';
