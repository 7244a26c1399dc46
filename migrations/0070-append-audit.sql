-- Entries are put at the end of a chain in one question: while its head is locked, whoever else acts in the province
-- waits, and should not wait for the way to the server and back as well.
CREATE FUNCTION append_audit(
    province uuid, happened_at timestamptz, account uuid, organisation uuid, post text, done text, action uuid,
    answered jsonb, records jsonb)
  RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      place bigint;
      before bytea;
      entry record;
      own bytea;
    BEGIN
      IF action IS NOT NULL THEN
        UPDATE actions SET answer = answered WHERE id = action;
      END IF;
      LOOP
        SELECT h.count, h.hash INTO place, before FROM audit_heads h WHERE h.province_id = province FOR UPDATE;
        EXIT WHEN FOUND;
        INSERT INTO audit_heads (province_id, count, hash) VALUES (province, 0, decode(repeat('00', 32), 'hex'))
          ON CONFLICT DO NOTHING;
      END LOOP;
      FOR entry IN
        SELECT * FROM jsonb_to_recordset(records) AS r (
          deed text, "subjectKind" text, "subjectId" uuid, facts text, payload text, salt text, "payloadHash" text,
          origin text, "originSalt" text)
      LOOP
        place := place + 1;
        own := sha256(convert_to(
          format('["%s","%s",%s,"%s"]', province, place, entry.facts, encode(before, 'hex')), 'UTF8'));
        INSERT INTO audit_entries (province_id, seq, at, account_id, organisation_id, post_title, act, deed, subject_kind,
          subject_id, action_id, payload_hash, previous_hash, hash)
        VALUES (province, place, happened_at, account, organisation, post, done, entry.deed, entry."subjectKind",
          entry."subjectId", action, decode(entry."payloadHash", 'hex'), before, own);
        INSERT INTO audit_payloads (province_id, seq, salt, payload, origin, origin_salt)
        VALUES (province, place, decode(entry.salt, 'hex'), entry.payload, entry.origin,
          decode(entry."originSalt", 'hex'));
        before := own;
      END LOOP;
      UPDATE audit_heads SET count = place, hash = before WHERE province_id = province;
    END
  $$;
COMMENT ON FUNCTION append_audit(uuid, timestamptz, uuid, uuid, text, text, uuid, jsonb, jsonb) IS 'Puts entries at the end of a province''s chain, and keeps what the action was answered for whoever sends it again. The facts of an entry are JSON as its hash covers them, between its place and the hash before.';
