alter table lti_tool_key
    add column signs_from timestamptz,
    add column ends_at    timestamptz;
update lti_tool_key set signs_from = created_at;
alter table lti_tool_key
    alter column signs_from set not null,
    add constraint lti_tool_key_ends_after_it_was_made check (ends_at >= created_at);
comment on column lti_tool_key.signs_from is 'From when it signs: some time after it was first published, so that platforms know it by then.';
comment on column lti_tool_key.ends_at is 'When it is no longer published, and removed; null: it has no successor yet.';
grant update, delete on lti_tool_key to ${app_role};

create table lti_platform_key_set (
    registration_id uuid        primary key references lti_registration on delete cascade,
    jwks_uri        text        not null,
    keys            jsonb       not null,
    read_at         timestamptz not null
);
comment on table lti_platform_key_set is 'The last good key set of each platform: good for a day while the platform cannot be reached, for every instance.';
grant select, insert, update on lti_platform_key_set to ${app_role};
