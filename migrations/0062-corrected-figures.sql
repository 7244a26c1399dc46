-- Why an approved figure was corrected stands with the figure, and with what it was before that.

ALTER TABLE measurements ADD COLUMN correction_reason text;
ALTER TABLE measurement_versions ADD COLUMN correction_reason text;
COMMENT ON COLUMN measurements.correction_reason IS 'Lý do điều chỉnh: why this value took the place of one that was approved. Null where it took the place of none.';
COMMENT ON COLUMN measurement_versions.correction_reason IS 'As it was: why the value before it, which was approved, had been corrected. Null also for versions older than this column.';
