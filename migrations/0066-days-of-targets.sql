-- The days on which a target is measured, told once: năm học has its own. Until here every target was taken to be asked
-- from January to December, and one measured by the school year counted as missing for months nobody asked of.

CREATE FUNCTION target_days(kind text, year integer, period_from date, period_until date, year_kind text, OUT days_from date, OUT days_until date)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT CASE WHEN kind = 'thematic' THEN d.a WHEN year_kind = 'school-year' THEN make_date(year - 1, 9, 1) ELSE date_trunc('year', d.a)::date END,
      CASE WHEN kind = 'thematic' THEN d.b WHEN year_kind = 'school-year' THEN make_date(year, 5, 31) ELSE make_date(extract(year FROM d.b)::integer, 12, 31) END
    FROM (SELECT coalesce(period_from, make_date(coalesce(extract(year FROM period_until)::integer, year), 1, 1)) AS a,
      coalesce(period_until, make_date(coalesce(extract(year FROM period_from)::integer, year), 12, 31)) AS b) AS d
  $$;
COMMENT ON FUNCTION target_days(text, integer, date, date, text) IS 'The days on which a target of a movement is measured: those of a thematic one; of a regular one whole years, or the school year that ends in its year. The same as targetDays in core/rules.';

CREATE OR REPLACE VIEW asked_figures WITH (security_invoker = true) AS
  SELECT s.province_id, s.target_id, s.organisation_id, t.indicator, t.data_period AS period_kind, p.period_from, p.period_until
  FROM target_shares s JOIN targets t ON t.id = s.target_id JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL,
    LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d,
    LATERAL reporting_periods(t.data_period, d.days_from, d.days_until) AS p
  WHERE t.indicator IS NOT NULL;

CREATE OR REPLACE FUNCTION asked_above(targets uuid[])
  RETURNS TABLE (province_id uuid, organisation_id uuid, indicator text, period_kind text, period_from date, period_until date)
  LANGUAGE sql STABLE AS $$
  SELECT DISTINCT a.province_id, a.ancestor_id, t.indicator, t.data_period, p.period_from, p.period_until
  FROM (
      SELECT DISTINCT s.province_id, s.target_id, c.ancestor_id, c.valid_from, c.valid_until
      FROM target_shares s JOIN organisation_closure c ON c.descendant_id = s.organisation_id AND c.depth = 1
      WHERE s.target_id = ANY($1)
    ) AS a JOIN public.targets t ON t.id = a.target_id AND t.indicator IS NOT NULL
    JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL,
    LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d,
    LATERAL reporting_periods(t.data_period, d.days_from, d.days_until) AS p
  WHERE a.valid_from <= p.period_until AND a.valid_until > p.period_until
$$;

CREATE OR REPLACE FUNCTION change_told(target uuid, organisation uuid, until date, told_as text, told numeric) RETURNS numeric
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN told_as = 'change' OR t.change NOT IN ('increase-by', 'decrease-by') THEN told
    WHEN until < d.days_from THEN NULL
    WHEN t.unit = '%' AND t.measure NOT IN ('reduction', 'share') THEN c.moved / nullif(abs(b.base), 0) * 100
    ELSE c.moved END
  FROM targets t JOIN movements v ON v.id = t.movement_id,
    LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d,
    LATERAL (SELECT coalesce(t.baseline_value, (
      SELECT e.value FROM measurements e
      WHERE e.target_id = target AND e.organisation_id = organisation AND e.state = 'approved' AND e.reported_as = 'level'
        AND e.value IS NOT NULL AND e.period_until < d.days_from
      ORDER BY e.period_until DESC LIMIT 1)) AS base) AS b,
    LATERAL (SELECT CASE t.change WHEN 'decrease-by' THEN b.base - told ELSE told - b.base END AS moved) AS c
  WHERE t.id = target
$$;

DROP FUNCTION measured_days(text, integer, date, date);

-- A target that changes over from one year to the other is asked on other days, and has another base.
DROP TRIGGER note_target_was ON targets;
DROP TRIGGER note_target_is ON targets;
CREATE TRIGGER note_target_was BEFORE UPDATE OF indicator, data_period, year_kind ON targets FOR EACH ROW
  WHEN ((OLD.indicator, OLD.data_period, OLD.year_kind) IS DISTINCT FROM (NEW.indicator, NEW.data_period, NEW.year_kind))
  EXECUTE FUNCTION note_target_changes();
CREATE TRIGGER note_target_is AFTER UPDATE OF indicator, data_period, year_kind ON targets FOR EACH ROW
  WHEN ((OLD.indicator, OLD.data_period, OLD.year_kind) IS DISTINCT FROM (NEW.indicator, NEW.data_period, NEW.year_kind))
  EXECUTE FUNCTION note_target_changes();
DROP TRIGGER note_goal_changed ON targets;
CREATE TRIGGER note_goal_changed AFTER UPDATE OF measure, comparator, change, better, value, low, high, numerator, denominator, baseline_value, year_kind ON targets
  FOR EACH ROW WHEN (NEW.indicator IS NOT NULL
    AND (OLD.measure, OLD.comparator, OLD.change, OLD.better, OLD.value, OLD.low, OLD.high, OLD.numerator, OLD.denominator, OLD.baseline_value, OLD.year_kind)
      IS DISTINCT FROM (NEW.measure, NEW.comparator, NEW.change, NEW.better, NEW.value, NEW.low, NEW.high, NEW.numerator, NEW.denominator, NEW.baseline_value, NEW.year_kind))
  EXECUTE FUNCTION note_goal_changed();

-- What is kept of targets by the school year is put together anew: what was taken to be asked, and what is.
SELECT note_known(ARRAY(SELECT id FROM targets WHERE year_kind = 'school-year')), note_asked(ARRAY(SELECT id FROM targets WHERE year_kind = 'school-year')),
  note_judged(ARRAY(SELECT id FROM targets WHERE year_kind = 'school-year'));
