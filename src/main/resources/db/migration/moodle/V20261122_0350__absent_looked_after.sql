alter table moodle_completion add column looked_at timestamptz;
comment on column moodle_completion.looked_at is 'When it was last asked for by itself, because full readings do not have it any more; null: not since one had it.';
