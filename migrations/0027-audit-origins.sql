-- From where a person acted, beside each payload and erasable by itself; ways to search the log.

ALTER TABLE audit_payloads
  ADD COLUMN origin text,
  ADD COLUMN origin_salt bytea,
  ADD COLUMN origin_erased_at timestamptz,
  ADD CONSTRAINT audit_payloads_origin_whole CHECK (num_nulls(origin, origin_salt) IN (0, 2) AND (origin IS NULL OR origin_erased_at IS NULL));
COMMENT ON COLUMN audit_payloads.origin IS 'JSON with network address and device of the person; the payload holds its hash. Null for what the system did, and once erased.';
COMMENT ON COLUMN audit_payloads.origin_salt IS 'Random bytes hashed before the origin; erased with it.';
COMMENT ON COLUMN audit_payloads.origin_erased_at IS 'When the origin was erased, by the retention period or with the payload.';

UPDATE audit_payloads SET origin_erased_at = erased_at WHERE erased_at IS NOT NULL;

CREATE INDEX audit_entries_by_account ON audit_entries (province_id, account_id, seq);
CREATE INDEX audit_entries_by_organisation ON audit_entries (province_id, organisation_id, seq);
CREATE INDEX audit_entries_by_time ON audit_entries (province_id, at);
