-- Figures put together upwards: what the units below an organisation have reached, for each indicator and period, kept
-- ready beside the figures it is made of. What has to be put together anew is noted by the database itself, whatever
-- statement changed a figure or the tree.

ALTER TABLE measurements ADD COLUMN indicator text;
ALTER TABLE measurements ADD COLUMN unit text;
UPDATE measurements SET indicator = t.indicator, unit = t.unit FROM targets t WHERE t.id = target_id;
CREATE INDEX measurements_counting ON measurements (indicator, organisation_id, period_until, period_from) WHERE state = 'approved';
COMMENT ON COLUMN measurements.indicator IS 'Of the target, so that figures are found by it; null where the target has none, and then nothing is put together above.';
COMMENT ON COLUMN measurements.unit IS 'Of the target: in what the figure is given.';

CREATE FUNCTION name_measured() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT t.indicator, t.unit INTO NEW.indicator, NEW.unit FROM targets t WHERE t.id = NEW.target_id;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION name_measured() IS 'Gives a new figure the indicator and the unit of its target.';
CREATE TRIGGER name_measured BEFORE INSERT ON measurements FOR EACH ROW EXECUTE FUNCTION name_measured();

CREATE FUNCTION rename_measured() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE measurements SET indicator = NEW.indicator, unit = NEW.unit
  WHERE target_id = NEW.id AND (indicator, unit) IS DISTINCT FROM (NEW.indicator, NEW.unit);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION rename_measured() IS 'Lets the figures of a target follow its indicator and unit.';
CREATE TRIGGER rename_measured AFTER UPDATE OF indicator, unit ON targets FOR EACH ROW
  WHEN ((OLD.indicator, OLD.unit) IS DISTINCT FROM (NEW.indicator, NEW.unit)) EXECUTE FUNCTION rename_measured();

CREATE TABLE rolled_figures (
  organisation_id uuid NOT NULL REFERENCES organisations,
  indicator text NOT NULL,
  period_until date NOT NULL,
  period_from date NOT NULL,
  period_kind text NOT NULL CONSTRAINT rolled_figures_period_kind_known CHECK (period_kind IN ('month', 'quarter', 'half-year', 'nine-months', 'year', 'once')),
  province_id uuid NOT NULL REFERENCES provinces,
  total numeric,
  greatest numeric,
  latest numeric,
  latest_at timestamptz,
  numerator numeric,
  denominator numeric,
  estimated boolean NOT NULL,
  reported integer NOT NULL,
  asked integer NOT NULL,
  PRIMARY KEY (organisation_id, indicator, period_until, period_from),
  CONSTRAINT rolled_figures_coverage CHECK (0 <= reported AND reported <= asked)
);
COMMENT ON TABLE rolled_figures IS 'Số liệu tổng hợp: what stands directly below an organisation put together, for an indicator and a period. Follows from measurements and the tree; can be made anew at any time.';
COMMENT ON COLUMN rolled_figures.organisation_id IS 'Above whom it is put together; its own figure, if it has one, goes before this.';
COMMENT ON COLUMN rolled_figures.indicator IS 'Code of the indicator.';
COMMENT ON COLUMN rolled_figures.period_until IS 'Last day of the period; the tree of that day counts.';
COMMENT ON COLUMN rolled_figures.period_from IS 'First day.';
COMMENT ON COLUMN rolled_figures.period_kind IS 'The list is PERIOD_KINDS in core/rules.';
COMMENT ON COLUMN rolled_figures.province_id IS 'The province of the organisation.';
COMMENT ON COLUMN rolled_figures.total IS 'Sum, in the first unit of the indicator; null where nobody below has a value.';
COMMENT ON COLUMN rolled_figures.greatest IS 'The greatest of them.';
COMMENT ON COLUMN rolled_figures.latest IS 'The one reported last.';
COMMENT ON COLUMN rolled_figures.latest_at IS 'When that was.';
COMMENT ON COLUMN rolled_figures.numerator IS 'Sum of the parts of those who gave part and whole.';
COMMENT ON COLUMN rolled_figures.denominator IS 'Sum of their wholes.';
COMMENT ON COLUMN rolled_figures.estimated IS 'Whether any of them is an estimate (ước).';
COMMENT ON COLUMN rolled_figures.reported IS 'How many reporters are in it.';
COMMENT ON COLUMN rolled_figures.asked IS 'How many were asked or reported unasked.';
SELECT wall_off('rolled_figures');

-- Nobody waits for anybody here: rows are only added, whoever rolls figures up takes them out and minds doubles.
CREATE TABLE rolled_due (
  seq bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  province_id uuid NOT NULL REFERENCES provinces,
  organisation_id uuid NOT NULL,
  indicator text NOT NULL,
  period_kind text NOT NULL,
  period_from date NOT NULL,
  period_until date NOT NULL
);
CREATE INDEX rolled_due_by_province ON rolled_due (province_id, seq);
COMMENT ON TABLE rolled_due IS 'What has to be put together anew. Written in the transaction that changed a figure, so that nothing is forgotten when the server dies.';
COMMENT ON COLUMN rolled_due.seq IS 'In this order.';
COMMENT ON COLUMN rolled_due.province_id IS 'The province of the organisation.';
COMMENT ON COLUMN rolled_due.organisation_id IS 'Above whom.';
COMMENT ON COLUMN rolled_due.indicator IS 'Code of the indicator.';
COMMENT ON COLUMN rolled_due.period_kind IS 'The list is PERIOD_KINDS in core/rules.';
COMMENT ON COLUMN rolled_due.period_from IS 'First day of the period.';
COMMENT ON COLUMN rolled_due.period_until IS 'Last day.';
SELECT wall_off('rolled_due');

-- Who is asked for what: the shares of targets, period by period. The days are those of core/rules (measuredDays,
-- periodsOf); a test holds the two together.
CREATE FUNCTION measured_days(kind text, year integer, period_from date, period_until date, OUT days_from date, OUT days_until date)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT CASE WHEN kind = 'thematic' THEN d.a ELSE date_trunc('year', d.a)::date END,
      CASE WHEN kind = 'thematic' THEN d.b ELSE make_date(extract(year FROM d.b)::integer, 12, 31) END
    FROM (SELECT coalesce(period_from, make_date(coalesce(extract(year FROM period_until)::integer, year), 1, 1)) AS a,
      coalesce(period_until, make_date(coalesce(extract(year FROM period_from)::integer, year), 12, 31)) AS b) AS d
  $$;
COMMENT ON FUNCTION measured_days(text, integer, date, date) IS 'The days on which targets of a movement are measured: whole years for a regular one, its own days for a thematic one.';

CREATE FUNCTION reporting_periods(period_kind text, days_from date, days_until date) RETURNS TABLE (period_from date, period_until date)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT days_from, days_until WHERE period_kind = 'once' AND days_from <= days_until
    UNION ALL
    SELECT greatest(p.first::date, days_from), least((p.first + l.months - interval '1 day')::date, days_until)
    FROM (SELECT CASE period_kind WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months' WHEN 'half-year' THEN interval '6 months'
        WHEN 'nine-months' THEN interval '9 months' WHEN 'year' THEN interval '1 year' END AS months) AS l,
      generate_series(date_trunc(CASE WHEN period_kind = 'quarter' THEN 'quarter' ELSE 'month' END, days_from::timestamp), days_until::timestamp, l.months) AS p(first)
    WHERE period_kind <> 'once'
  $$;
COMMENT ON FUNCTION reporting_periods(text, date, date) IS 'The periods of one kind from the first day to the last.';

CREATE VIEW asked_figures WITH (security_invoker = true) AS
  SELECT s.province_id, s.target_id, s.organisation_id, t.indicator, t.data_period AS period_kind, p.period_from, p.period_until
  FROM target_shares s JOIN targets t ON t.id = s.target_id JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL,
    LATERAL measured_days(v.kind, v.year, v.period_from, v.period_until) AS d,
    LATERAL reporting_periods(t.data_period, d.days_from, d.days_until) AS p
  WHERE t.indicator IS NOT NULL;
COMMENT ON VIEW asked_figures IS 'Each figure that a unit is asked for.';
COMMENT ON COLUMN asked_figures.province_id IS 'The province of the unit.';
COMMENT ON COLUMN asked_figures.target_id IS 'For which target.';
COMMENT ON COLUMN asked_figures.organisation_id IS 'Who is asked.';
COMMENT ON COLUMN asked_figures.indicator IS 'Of the target.';
COMMENT ON COLUMN asked_figures.period_kind IS 'How often; the list is PERIOD_KINDS in core/rules.';
COMMENT ON COLUMN asked_figures.period_from IS 'First day of the period.';
COMMENT ON COLUMN asked_figures.period_until IS 'Last day.';

CREATE FUNCTION note_figures_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT DISTINCT n.province_id, c.ancestor_id, n.indicator, n.period_kind, n.period_from, n.period_until
  FROM now_there n JOIN organisation_closure c ON c.descendant_id = n.organisation_id AND c.depth = 1
    AND c.valid_from <= n.period_until AND c.valid_until > n.period_until
  WHERE n.state = 'approved' AND n.indicator IS NOT NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_figures_added() IS 'Notes what follows from figures that came.';
CREATE TRIGGER note_figures_added AFTER INSERT ON measurements REFERENCING NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION note_figures_added();

CREATE FUNCTION note_figures_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT DISTINCT b.province_id, c.ancestor_id, b.indicator, b.period_kind, b.period_from, b.period_until
  FROM was_there b JOIN organisation_closure c ON c.descendant_id = b.organisation_id AND c.depth = 1
    AND c.valid_from <= b.period_until AND c.valid_until > b.period_until
  WHERE b.state = 'approved' AND b.indicator IS NOT NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_figures_gone() IS 'Notes what follows from figures that went.';
CREATE TRIGGER note_figures_gone AFTER DELETE ON measurements REFERENCING OLD TABLE AS was_there
  FOR EACH STATEMENT EXECUTE FUNCTION note_figures_gone();

CREATE FUNCTION note_figures_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT DISTINCT m.province_id, c.ancestor_id, m.indicator, m.period_kind, m.period_from, m.period_until
  FROM (
    SELECT b.* FROM was_there b JOIN now_there n USING (id)
      WHERE (b.state, b.value, b.numerator, b.denominator, b.estimated, b.indicator, b.unit) IS DISTINCT FROM (n.state, n.value, n.numerator, n.denominator, n.estimated, n.indicator, n.unit)
    UNION ALL
    SELECT n.* FROM was_there b JOIN now_there n USING (id)
      WHERE (b.state, b.value, b.numerator, b.denominator, b.estimated, b.indicator, b.unit) IS DISTINCT FROM (n.state, n.value, n.numerator, n.denominator, n.estimated, n.indicator, n.unit)
  ) AS m JOIN organisation_closure c ON c.descendant_id = m.organisation_id AND c.depth = 1
    AND c.valid_from <= m.period_until AND c.valid_until > m.period_until
  WHERE m.state = 'approved' AND m.indicator IS NOT NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_figures_changed() IS 'Notes what follows from figures that changed while they count, or that begin or cease to.';
CREATE TRIGGER note_figures_changed AFTER UPDATE ON measurements REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there
  FOR EACH STATEMENT EXECUTE FUNCTION note_figures_changed();

CREATE FUNCTION note_places_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT c.province_id, c.ancestor_id, m.indicator, m.period_kind, m.period_from, m.period_until
  FROM changed c JOIN measurements m ON m.organisation_id = c.descendant_id
    AND m.period_until >= c.valid_from AND m.period_until < c.valid_until
  WHERE c.depth = 1 AND m.state = 'approved' AND m.indicator IS NOT NULL
  UNION
  SELECT c.province_id, c.ancestor_id, a.indicator, a.period_kind, a.period_from, a.period_until
  FROM changed c JOIN asked_figures a ON a.organisation_id = c.descendant_id
    AND a.period_until >= c.valid_from AND a.period_until < c.valid_until
  WHERE c.depth = 1
  UNION
  SELECT c.province_id, c.ancestor_id, r.indicator, r.period_kind, r.period_from, r.period_until
  FROM changed c JOIN rolled_figures r ON r.organisation_id IN (c.descendant_id, c.ancestor_id)
    AND r.period_until >= c.valid_from AND r.period_until < c.valid_until
  WHERE c.depth = 1;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_places_changed() IS 'Notes what follows from organisations that came under another, or went: all their periods that end in those days.';
CREATE TRIGGER note_places_added AFTER INSERT ON organisation_closure REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_places_changed();
CREATE TRIGGER note_places_gone AFTER DELETE ON organisation_closure REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_places_changed();
CREATE TRIGGER note_places_were AFTER UPDATE ON organisation_closure REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_places_changed();
CREATE TRIGGER note_places_are AFTER UPDATE ON organisation_closure REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_places_changed();

-- Superiors before periods: of thousands of units there are few superiors, of each a dozen periods.
CREATE FUNCTION asked_above(targets uuid[])
  RETURNS TABLE (province_id uuid, organisation_id uuid, indicator text, period_kind text, period_from date, period_until date)
  LANGUAGE sql STABLE AS $$
  SELECT DISTINCT a.province_id, a.ancestor_id, t.indicator, t.data_period, p.period_from, p.period_until
  FROM (
      SELECT DISTINCT s.province_id, s.target_id, c.ancestor_id, c.valid_from, c.valid_until
      FROM target_shares s JOIN organisation_closure c ON c.descendant_id = s.organisation_id AND c.depth = 1
      WHERE s.target_id = ANY($1)
    ) AS a JOIN public.targets t ON t.id = a.target_id AND t.indicator IS NOT NULL
    JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL,
    LATERAL measured_days(v.kind, v.year, v.period_from, v.period_until) AS d,
    LATERAL reporting_periods(t.data_period, d.days_from, d.days_until) AS p
  WHERE a.valid_from <= p.period_until AND a.valid_until > p.period_until
$$;
COMMENT ON FUNCTION asked_above(uuid[]) IS 'Above whom, and for which periods, units are asked for these targets.';

CREATE FUNCTION note_asked(targets uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT * FROM asked_above(targets)
$$;
COMMENT ON FUNCTION note_asked(uuid[]) IS 'Notes what follows from who is asked for these targets, as it is now.';

CREATE FUNCTION note_known(targets uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT DISTINCT r.province_id, r.organisation_id, r.indicator, r.period_kind, r.period_from, r.period_until
  FROM targets t JOIN target_shares s ON s.target_id = t.id
    JOIN organisation_closure c ON c.descendant_id = s.organisation_id AND c.depth = 1
    JOIN rolled_figures r ON r.organisation_id = c.ancestor_id AND r.indicator = t.indicator
  WHERE t.id = ANY(targets)
$$;
COMMENT ON FUNCTION note_known(uuid[]) IS 'Notes all that is kept above those who are asked for these targets.';

CREATE FUNCTION note_shares_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_asked(ARRAY(SELECT DISTINCT target_id FROM changed));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_shares_added() IS 'Notes what follows from units that are asked.';
CREATE TRIGGER note_shares_added AFTER INSERT ON target_shares REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_shares_added();

CREATE FUNCTION note_shares_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
  SELECT DISTINCT r.province_id, r.organisation_id, r.indicator, r.period_kind, r.period_from, r.period_until
  FROM changed s JOIN targets t ON t.id = s.target_id
    JOIN organisation_closure c ON c.descendant_id = s.organisation_id AND c.depth = 1
    JOIN rolled_figures r ON r.organisation_id = c.ancestor_id AND r.indicator = t.indicator;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_shares_gone() IS 'Notes what follows from units that are asked no more.';
CREATE TRIGGER note_shares_gone AFTER DELETE ON target_shares REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_shares_gone();

-- Before a target or movement changes what is asked, all that is known; after it, all that is asked now.
CREATE FUNCTION note_target_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_WHEN = 'BEFORE' THEN
    PERFORM note_known(ARRAY[OLD.id]);
    RETURN NEW;
  END IF;
  PERFORM note_asked(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_target_changes() IS 'Notes what follows from a target that asks for another indicator or at other times.';
CREATE TRIGGER note_target_was BEFORE UPDATE OF indicator, data_period ON targets FOR EACH ROW
  WHEN ((OLD.indicator, OLD.data_period) IS DISTINCT FROM (NEW.indicator, NEW.data_period)) EXECUTE FUNCTION note_target_changes();
CREATE TRIGGER note_target_is AFTER UPDATE OF indicator, data_period ON targets FOR EACH ROW
  WHEN ((OLD.indicator, OLD.data_period) IS DISTINCT FROM (NEW.indicator, NEW.data_period)) EXECUTE FUNCTION note_target_changes();

CREATE FUNCTION note_movement_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_WHEN = 'BEFORE' THEN
    PERFORM note_known(ARRAY(SELECT id FROM targets WHERE movement_id = OLD.id));
    RETURN NEW;
  END IF;
  PERFORM note_asked(ARRAY(SELECT id FROM targets WHERE movement_id = NEW.id));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION note_movement_changes() IS 'Notes what follows from a movement with other days, or one that is put away or taken out again.';
CREATE TRIGGER note_movement_was BEFORE UPDATE OF kind, year, period_from, period_until, archived_at ON movements FOR EACH ROW
  WHEN ((OLD.kind, OLD.year, OLD.period_from, OLD.period_until, OLD.archived_at) IS DISTINCT FROM (NEW.kind, NEW.year, NEW.period_from, NEW.period_until, NEW.archived_at))
  EXECUTE FUNCTION note_movement_changes();
CREATE TRIGGER note_movement_is AFTER UPDATE OF kind, year, period_from, period_until, archived_at ON movements FOR EACH ROW
  WHEN ((OLD.kind, OLD.year, OLD.period_from, OLD.period_until, OLD.archived_at) IS DISTINCT FROM (NEW.kind, NEW.year, NEW.period_from, NEW.period_until, NEW.archived_at))
  EXECUTE FUNCTION note_movement_changes();

CREATE FUNCTION door.provinces_to_roll() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT province_id FROM public.rolled_due GROUP BY province_id ORDER BY min(seq) $$;
COMMENT ON FUNCTION door.provinces_to_roll() IS 'Provinces in which figures wait to be put together.';

-- What is there already waits to be put together.
INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
SELECT m.province_id, c.ancestor_id, m.indicator, m.period_kind, m.period_from, m.period_until
FROM measurements m JOIN organisation_closure c ON c.descendant_id = m.organisation_id AND c.depth = 1
  AND c.valid_from <= m.period_until AND c.valid_until > m.period_until
WHERE m.state = 'approved' AND m.indicator IS NOT NULL
UNION
SELECT * FROM asked_above(ARRAY(SELECT target_id FROM target_splits));
