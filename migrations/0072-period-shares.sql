-- A share split once more, among the months or quarters in which its unit reports.
CREATE TABLE target_period_shares (
  target_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  province_id uuid NOT NULL REFERENCES provinces,
  period_from date NOT NULL,
  period_until date NOT NULL,
  value numeric NOT NULL,
  PRIMARY KEY (target_id, organisation_id, period_from, period_until),
  CONSTRAINT target_period_shares_share_there FOREIGN KEY (target_id, organisation_id) REFERENCES target_shares ON DELETE CASCADE,
  CONSTRAINT target_period_shares_ends_after CHECK (period_from <= period_until)
);
COMMENT ON TABLE target_period_shares IS 'What of its share a unit was given for each month or quarter.';
COMMENT ON COLUMN target_period_shares.target_id IS 'Which target.';
COMMENT ON COLUMN target_period_shares.organisation_id IS 'Whose share.';
COMMENT ON COLUMN target_period_shares.province_id IS 'The province of both.';
COMMENT ON COLUMN target_period_shares.period_from IS 'First day of the period.';
COMMENT ON COLUMN target_period_shares.period_until IS 'Last day of the period.';
COMMENT ON COLUMN target_period_shares.value IS 'Of this period alone, in the unit of the target.';
SELECT wall_off('target_period_shares');
