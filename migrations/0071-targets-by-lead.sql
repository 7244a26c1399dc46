-- A unit is shown what it leads, whoever launched it.
CREATE INDEX targets_by_lead ON targets (lead_organisation_id) WHERE lead_organisation_id IS NOT NULL;
