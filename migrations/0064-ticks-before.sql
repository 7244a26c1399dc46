-- What was ticked is kept with what a figure was, so that it comes back when an import is taken back.

ALTER TABLE measurement_versions ADD COLUMN ticked uuid[];
COMMENT ON COLUMN measurement_versions.ticked IS 'As it was: the named things that were ticked. Null where none were, and for versions older than this column.';
