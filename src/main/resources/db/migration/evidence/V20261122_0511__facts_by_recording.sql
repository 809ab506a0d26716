-- To find what was recorded after a day: facts come in the order of their recording, so an index of few pages will do.
create index result_by_recording on result using brin (recorded_at);
create index evidence_by_recording on evidence using brin (recorded_at);
create index result_by_revocation on result (employer_id, revoked_at) where revoked_at is not null;
create index evidence_by_revocation on evidence (employer_id, revoked_at) where revoked_at is not null;
create index ledger_history_by_time on ledger_history (employer_id, replaced_at);
