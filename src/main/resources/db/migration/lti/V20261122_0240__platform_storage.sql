alter table lti_launch_attempt
    add column storage_target text,
    add column storage_hash   bytea,
    add column fresh_start    text;
comment on column lti_launch_attempt.storage_hash is 'Hash of what was put into the platform''s storage; null: the platform offered none.';
comment on column lti_launch_attempt.fresh_start is 'The LMS address that begins the launch anew in a window of its own; gone with the attempt.';

create table lti_unconfirmed_launch (
    launch_hash     bytea       primary key,
    registration_id uuid        not null references lti_registration on delete cascade,
    binding_hash    bytea       not null,
    storage_hash    bytea       not null,
    target_link_uri text        not null,
    deployment_id   text,
    fresh_start     text,
    sealed_claims   bytea       not null,
    expires_at      timestamptz not null
);
comment on table lti_unconfirmed_launch is 'A checked launch whose browser has yet to show what the platform''s storage keeps. For a minute, once; its claims are readable only with the id that the browser was given.';
create index lti_unconfirmed_launch_expiry on lti_unconfirmed_launch (expires_at);
grant select, insert, delete on lti_unconfirmed_launch to ${app_role};
