create table platform_invitation (
    invitation_id     uuid        primary key,
    secret_hash       bytea       not null,
    employer_id       uuid        not null references employer,
    private_addresses boolean     not null,
    made_by           text        not null,
    made_at           timestamptz not null,
    expires_at        timestamptz not null,
    taken_at          timestamptz,
    registration_id   uuid        references lti_registration on delete set null,
    constraint platform_invitation_is_found_by_its_secret unique (secret_hash)
);
comment on table platform_invitation is 'Leave for one platform to register itself for the employer, once. Read before any employer is known, by the hash of its secret.';
create index platform_invitation_of_employer on platform_invitation (employer_id);
grant select, insert, update on platform_invitation to ${app_role};

create table platform_change (
    employer_id     uuid        not null references employer,
    change_id       uuid        not null,
    registration_id uuid        not null,
    act             text        not null,
    done_by         text        not null,
    done_at         timestamptz not null,
    primary key (employer_id, change_id),
    constraint platform_change_act_is_known check (act in ('REGISTERED', 'CHANGED', 'SWITCHED_ON', 'SWITCHED_OFF'))
);
comment on table platform_change is 'Append-only: who registered or changed which platform, or switched it on or off, and when.';
create index platform_change_of_registration on platform_change (employer_id, registration_id);
call protect_append_only('platform_change');
