-- Units are reminded of requests for figures, and of the reports a movement asks for.
ALTER TABLE notice_lines DROP CONSTRAINT notice_lines_kind_known;
ALTER TABLE notice_lines ADD CONSTRAINT notice_lines_kind_known CHECK (kind IN ('figures-due', 'units-missing', 'units-unreached', 'task-due', 'request-due', 'request-missing', 'request-unreached', 'report-due', 'figures-returned', 'figures-approved'));
