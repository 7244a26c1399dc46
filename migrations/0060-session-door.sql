-- Who sits behind a session, in one question: every request asks it first.
CREATE FUNCTION door.sitting_of_session(token bytea, at timestamptz, day_in_vietnam date) RETURNS TABLE (
    account_id uuid, demo boolean, must_change_password boolean, post_id uuid, post_title text, own_title text,
    roles text[], organisation_id uuid, province_id uuid, today date, deputation_id uuid, session_id uuid,
    seen_at timestamptz, created_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    BEGIN
      RETURN QUERY
      SELECT a.id, a.demo, a.must_change_password, p.id, p.title,
        CASE WHEN s.deputation_id IS NOT NULL THEN (
          SELECT o.title FROM public.posts o
          WHERE o.account_id = a.id AND o.valid_from <= d.today AND o.valid_until > d.today
          ORDER BY o.title LIMIT 1) END,
        CASE
          WHEN s.deputation_id IS NOT NULL THEN ARRAY(
            SELECT p.role FROM public.deputations l
            WHERE l.id = s.deputation_id AND l.account_id = a.id AND l.post_id = p.id
              AND l.valid_from <= d.today AND l.valid_until > d.today AND l.ended_at IS NULL)
          WHEN p.account_id = a.id THEN ARRAY(
            SELECT DISTINCT h.role FROM public.posts h
            WHERE h.account_id = a.id AND h.organisation_id = p.organisation_id
              AND h.valid_from <= d.today AND h.valid_until > d.today
            ORDER BY h.role)
          ELSE ARRAY[]::text[]
        END,
        p.organisation_id, v.id, d.today, s.deputation_id, s.id, s.seen_at, s.created_at
      FROM public.sessions s
        JOIN public.accounts a ON a.id = s.account_id
        JOIN public.posts p ON p.id = s.post_id
        JOIN public.provinces v ON v.id = a.province_id
        CROSS JOIN LATERAL (SELECT coalesce(v.fixed_today, day_in_vietnam) AS today) AS d
      WHERE s.token_hash = token AND s.expires_at > at AND a.disabled_at IS NULL
        AND p.valid_from <= d.today AND p.valid_until > d.today;
    END
  $$;
COMMENT ON FUNCTION door.sitting_of_session(bytea, timestamptz, date) IS 'Whose session has the token with this hash and still holds at this instant: the account, the post it sits in with all roles it has there today (a lent post: that role alone, as long as it is lent), its province and day. No row where nobody may sit there any more.';
