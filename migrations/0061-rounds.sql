-- How often figures were put together: with the head of the log of acts it tells whether anything changed that a board shows.
CREATE TABLE rolled_rounds (
  province_id uuid PRIMARY KEY REFERENCES provinces,
  count bigint NOT NULL
);
COMMENT ON TABLE rolled_rounds IS 'How many rounds of putting figures together a province has seen. Moves with rolled_figures, in the same transaction.';
COMMENT ON COLUMN rolled_rounds.province_id IS 'The province.';
COMMENT ON COLUMN rolled_rounds.count IS 'Rounds so far.';
SELECT wall_off('rolled_rounds');
