-- What other documents are held against, small enough to read for every new one.

ALTER TABLE documents ADD COLUMN registry jsonb;
COMMENT ON COLUMN documents.registry IS 'What the document tells about itself and what it cites (RegistryEntry of the reader), for the cross-document rules of the checker.';
