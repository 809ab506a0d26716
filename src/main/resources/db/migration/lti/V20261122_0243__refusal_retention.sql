alter table lti_refusal add column times int not null default 1;
comment on column lti_refusal.times is 'How often: in a flood, refusals of one code and registration are counted in one row.';
comment on table lti_refusal is 'One row per refused login or launch, with its error code, for 90 days; no person, no token.';
grant update (times), delete on lti_refusal to ${app_role};
