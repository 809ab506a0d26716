create table lti_deep_linking (
    choice_hash     bytea       primary key,
    registration_id uuid        not null references lti_registration on delete cascade,
    deployment_id   text        not null,
    principal       text        not null,
    settings        bytea       not null,
    expires_at      timestamptz not null
);
comment on table lti_deep_linking is 'A deep linking request that waits for somebody''s choice: answered by one delete … returning. The settings are sealed with the id, of which only the hash is here.';
create index lti_deep_linking_expiry on lti_deep_linking (expires_at);
grant select, insert, update, delete on lti_deep_linking to ${app_role};
