-- Means that are weighed by another indicator, and how many units met their own target, put together upwards with the
-- sums; and what has to be put together anew when a target asks for another figure.

ALTER TABLE rolled_figures
  ADD COLUMN weighted numeric,
  ADD COLUMN weight numeric,
  ADD COLUMN unweighed integer NOT NULL DEFAULT 0,
  ADD COLUMN judged integer NOT NULL DEFAULT 0,
  ADD COLUMN met integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT rolled_figures_met CHECK (0 <= met AND met <= judged);
COMMENT ON COLUMN rolled_figures.weighted IS 'Sum of values times weights, where the indicator is a weighted mean; null where nobody has both.';
COMMENT ON COLUMN rolled_figures.weight IS 'Sum of those weights, in the first unit of the indicator that weighs.';
COMMENT ON COLUMN rolled_figures.unweighed IS 'How many reported a value and have no weight; they are in no mean.';
COMMENT ON COLUMN rolled_figures.judged IS 'How many were judged by their own target, where the indicator is a share of units that met theirs.';
COMMENT ON COLUMN rolled_figures.met IS 'How many of them met it.';

-- A target that asks for a change ("giảm 1,2 điểm %") is often answered with the level itself ("còn 11,7 %").
CREATE FUNCTION change_told(target uuid, organisation uuid, until date, told_as text, told numeric) RETURNS numeric
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN told_as = 'change' OR t.change NOT IN ('increase-by', 'decrease-by') THEN told
    WHEN until < d.days_from THEN NULL
    WHEN t.unit = '%' AND t.measure NOT IN ('reduction', 'share') THEN c.moved / nullif(abs(b.base), 0) * 100
    ELSE c.moved END
  FROM targets t JOIN movements v ON v.id = t.movement_id,
    LATERAL measured_days(v.kind, v.year, v.period_from, v.period_until) AS d,
    LATERAL (SELECT coalesce(t.baseline_value, (
      SELECT e.value FROM measurements e
      WHERE e.target_id = target AND e.organisation_id = organisation AND e.state = 'approved' AND e.reported_as = 'level'
        AND e.value IS NOT NULL AND e.period_until < d.days_from
      ORDER BY e.period_until DESC LIMIT 1)) AS base) AS b,
    LATERAL (SELECT CASE t.change WHEN 'decrease-by' THEN b.base - told ELSE told - b.base END AS moved) AS c
  WHERE t.id = target
$$;
COMMENT ON FUNCTION change_told(uuid, uuid, date, text, numeric) IS 'The change that a figure under a target for a change tells: itself, or how far the level has moved from the base; null without a base.';

CREATE FUNCTION note_judged(targets uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT DISTINCT m.province_id, c.ancestor_id, m.indicator, m.period_kind, m.period_from, m.period_until
  FROM measurements m JOIN organisation_closure c ON c.descendant_id = m.organisation_id AND c.depth = 1
    AND c.valid_from <= m.period_until AND c.valid_until > m.period_until
  WHERE m.target_id = ANY($1) AND m.state = 'approved' AND m.indicator IS NOT NULL
$$;
COMMENT ON FUNCTION note_judged(uuid[]) IS 'Notes what stands above the figures of these targets.';

CREATE FUNCTION note_goal_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_judged(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_goal_changed() IS 'Notes what follows from a target that asks for another figure: who met it, and how far it has moved.';
CREATE TRIGGER note_goal_changed AFTER UPDATE OF measure, comparator, change, better, value, low, high, numerator, denominator, baseline_value ON targets
  FOR EACH ROW WHEN (NEW.indicator IS NOT NULL
    AND (OLD.measure, OLD.comparator, OLD.change, OLD.better, OLD.value, OLD.low, OLD.high, OLD.numerator, OLD.denominator, OLD.baseline_value)
      IS DISTINCT FROM (NEW.measure, NEW.comparator, NEW.change, NEW.better, NEW.value, NEW.low, NEW.high, NEW.numerator, NEW.denominator, NEW.baseline_value))
  EXECUTE FUNCTION note_goal_changed();

-- What is kept of means and judged units waits to be put together.
INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
SELECT province_id, organisation_id, indicator, period_kind, period_from, period_until FROM rolled_figures
WHERE indicator IN ('grdp_bqdn', 'thu_nhap_bqdn', 'nang_suat_lua', 'gia_tri_tren_ha', 'cong_vien_cay_xanh') OR indicator LIKE 'rieng\_%';
