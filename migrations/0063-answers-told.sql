-- Whoever said what hinders them is told of answers and of its way up, and whoever reported a figure of its correction.
ALTER TABLE notice_lines DROP CONSTRAINT notice_lines_kind_known;
ALTER TABLE notice_lines ADD CONSTRAINT notice_lines_kind_known CHECK (kind IN ('figures-due', 'units-missing', 'units-unreached', 'task-due', 'request-due', 'request-missing', 'request-unreached', 'report-due', 'figures-returned', 'figures-approved', 'figures-corrected', 'obstacle-answered', 'obstacle-passed'));
