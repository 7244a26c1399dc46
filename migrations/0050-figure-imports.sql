-- Figures taken over in one go (a filled-in template, a document, a program): what came with which file, so that it
-- can be told where a figure is from and taken back while it is a draft.

ALTER TABLE provinces ADD COLUMN template_key bytea NOT NULL
  DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
COMMENT ON COLUMN provinces.template_key IS 'Secret with which templates are marked, so that one that was tampered with is known.';

CREATE TABLE figure_imports (
  id uuid PRIMARY KEY,
  province_id uuid NOT NULL REFERENCES provinces,
  movement_id uuid REFERENCES movements,
  organisation_id uuid NOT NULL REFERENCES organisations,
  kind text NOT NULL CONSTRAINT figure_imports_kind_known CHECK (kind IN ('template', 'document', 'token', 'command')),
  file_name text,
  document_id uuid REFERENCES documents,
  said_by text,
  figures integer NOT NULL,
  at timestamptz NOT NULL,
  by_post text NOT NULL,
  undone_at timestamptz,
  undone_by_post text,
  CONSTRAINT figure_imports_undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by_post IS NULL))
);
CREATE INDEX figure_imports_of_movement ON figure_imports (movement_id, at DESC);
COMMENT ON TABLE figure_imports IS 'Nhập số liệu từ tệp: figures that were taken over in one go.';
COMMENT ON COLUMN figure_imports.id IS 'Made by the application.';
COMMENT ON COLUMN figure_imports.province_id IS 'Its province.';
COMMENT ON COLUMN figure_imports.movement_id IS 'Of which movement; null where several were in one list.';
COMMENT ON COLUMN figure_imports.organisation_id IS 'Where whoever did it works.';
COMMENT ON COLUMN figure_imports.kind IS 'From what; the list is IMPORT_KINDS in core/rules.';
COMMENT ON COLUMN figure_imports.file_name IS 'What the file was called.';
COMMENT ON COLUMN figure_imports.document_id IS 'The document the figures were quoted from.';
COMMENT ON COLUMN figure_imports.said_by IS 'Who said the figures, where somebody else entered them (nhập thay).';
COMMENT ON COLUMN figure_imports.figures IS 'How many were written.';
COMMENT ON COLUMN figure_imports.at IS 'When.';
COMMENT ON COLUMN figure_imports.by_post IS 'By whom, as the post was called.';
COMMENT ON COLUMN figure_imports.undone_at IS 'When taken back.';
COMMENT ON COLUMN figure_imports.undone_by_post IS 'By whom taken back.';
SELECT wall_off('figure_imports');

CREATE TABLE figure_import_cells (
  import_id uuid NOT NULL REFERENCES figure_imports ON DELETE CASCADE,
  measurement_id uuid NOT NULL REFERENCES measurements ON DELETE CASCADE,
  province_id uuid NOT NULL REFERENCES provinces,
  version integer NOT NULL,
  quote text,
  PRIMARY KEY (import_id, measurement_id)
);
CREATE INDEX figure_import_cells_by_figure ON figure_import_cells (measurement_id);
COMMENT ON TABLE figure_import_cells IS 'Which figures an import wrote.';
COMMENT ON COLUMN figure_import_cells.import_id IS 'Which import.';
COMMENT ON COLUMN figure_import_cells.measurement_id IS 'Which figure.';
COMMENT ON COLUMN figure_import_cells.province_id IS 'Its province.';
COMMENT ON COLUMN figure_import_cells.version IS 'The version it became; as long as it still is that one, the import can be taken back.';
COMMENT ON COLUMN figure_import_cells.quote IS 'The sentence of the document it stands in.';
SELECT wall_off('figure_import_cells');
