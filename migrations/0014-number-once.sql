-- The last wall behind the rule number-taken.

CREATE UNIQUE INDEX movements_number_once ON movements (organisation_id, year, number_symbol) WHERE archived_at IS NULL AND number_symbol IS NOT NULL;
