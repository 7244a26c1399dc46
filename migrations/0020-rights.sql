-- All roles, the bodies in which they are held, clusters by their members, and acting for somebody who is away.

ALTER TABLE posts DROP CONSTRAINT posts_role_known;
ALTER TABLE posts ADD CONSTRAINT posts_role_known CHECK (role IN ('administrator', 'officer', 'leader', 'reporter', 'council-member', 'council-secretary', 'supervisor', 'cluster-head', 'auditor'));
-- A person may come back to a post that ended, or have it handed over twice.
ALTER TABLE posts DROP CONSTRAINT posts_once;
ALTER TABLE posts ADD CONSTRAINT posts_life CHECK (valid_from < valid_until);
CREATE INDEX posts_by_account ON posts (account_id);
CREATE INDEX posts_by_organisation ON posts (organisation_id);

ALTER TABLE organisations DROP CONSTRAINT organisations_kind_known;
ALTER TABLE organisations ADD CONSTRAINT organisations_kind_known CHECK (kind IN ('people-committee', 'department', 'party-body', 'front-and-unions', 'association', 'village', 'school', 'health-station', 'public-service-unit', 'armed-force', 'enterprise', 'cooperative', 'cluster', 'council'));

CREATE TABLE cluster_members (
  province_id uuid NOT NULL REFERENCES provinces,
  cluster_id uuid NOT NULL REFERENCES organisations,
  member_id uuid NOT NULL REFERENCES organisations,
  valid_from date NOT NULL,
  valid_until date NOT NULL DEFAULT 'infinity',
  PRIMARY KEY (cluster_id, member_id, valid_from),
  CONSTRAINT cluster_members_life CHECK (valid_from < valid_until)
);
CREATE INDEX cluster_members_by_member ON cluster_members (member_id);
COMMENT ON TABLE cluster_members IS 'Which organisations emulate together in a cluster (cụm, khối thi đua), and when. They keep their own place in the tree.';
COMMENT ON COLUMN cluster_members.province_id IS 'The province of both.';
COMMENT ON COLUMN cluster_members.cluster_id IS 'The cluster, an organisation of kind cluster.';
COMMENT ON COLUMN cluster_members.member_id IS 'The member.';
COMMENT ON COLUMN cluster_members.valid_from IS 'First day.';
COMMENT ON COLUMN cluster_members.valid_until IS 'First day on which it no longer holds.';

CREATE TABLE deputations (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  post_id uuid NOT NULL REFERENCES posts,
  account_id uuid NOT NULL REFERENCES accounts,
  valid_from date NOT NULL,
  valid_until date NOT NULL,
  reason text,
  ended_at timestamptz,
  CONSTRAINT deputations_life CHECK (valid_from < valid_until)
);
CREATE INDEX deputations_by_account ON deputations (account_id);
CREATE INDEX deputations_by_post ON deputations (post_id);
COMMENT ON TABLE deputations IS 'A post lent to somebody else while its holder is away (ủy quyền), within dates.';
COMMENT ON COLUMN deputations.id IS 'Made by the application.';
COMMENT ON COLUMN deputations.province_id IS 'The province of the post.';
COMMENT ON COLUMN deputations.post_id IS 'The post that is lent; its rights, no more.';
COMMENT ON COLUMN deputations.account_id IS 'Who acts in it.';
COMMENT ON COLUMN deputations.valid_from IS 'First day.';
COMMENT ON COLUMN deputations.valid_until IS 'First day on which it no longer holds.';
COMMENT ON COLUMN deputations.reason IS 'Why, or the number of the paper that says so.';
COMMENT ON COLUMN deputations.ended_at IS 'When it was called back before its end.';

ALTER TABLE sessions ADD COLUMN deputation_id uuid REFERENCES deputations;
COMMENT ON COLUMN sessions.deputation_id IS 'Set while the person acts for somebody else; post_id is then that person''s post.';
