alter table score_outbox add generation bigint not null default 0;
alter table score_outbox alter stale set default false;
alter table service_watch add generation bigint not null default 1;
comment on column service_watch.generation is 'Counts the changes of facts and dates that were noticed. A score of an earlier generation is to be computed anew.';
comment on column score_outbox.generation is 'That of service_watch when wanted was computed; so a change of everything costs no write here.';
create index score_outbox_generation on score_outbox (employer_id, generation);
