-- Why a figure was changed stands beside what it was.

ALTER TABLE measurement_versions ADD COLUMN said_by text;
ALTER TABLE measurement_versions ADD COLUMN returned_reason text;
COMMENT ON COLUMN measurement_versions.said_by IS 'As it was: who had said it. Null also for versions older than this column.';
COMMENT ON COLUMN measurement_versions.returned_reason IS 'As it was: why it had been sent back. Null also for versions older than this column.';
