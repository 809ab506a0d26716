create table xapi_connection (
    connection_id  uuid        primary key,
    employer_id    uuid        not null references employer,
    name           text        not null,
    home_page      text        not null,
    trusts_mailbox boolean     not null,
    secret_hash    bytea       not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    last_used_on   date,
    revoked_by     text,
    revoked_at     timestamptz
);
comment on table xapi_connection is 'A learning tool that may report by xAPI for the employer: connection_id is its key, of its secret only the SHA-256 is kept. home_page: the platform whose accounts it tells of. Read before any employer is known.';
create index xapi_connection_of_employer on xapi_connection (employer_id);
grant select, insert, update on xapi_connection to ${app_role};

create table xapi_statement (
    employer_id   uuid        not null references employer,
    connection_id uuid        not null references xapi_connection,
    statement_id  uuid        not null,
    kind          text        not null,
    content       bytea       not null,
    target        uuid,
    stored_at     timestamptz not null,
    primary key (employer_id, connection_id, statement_id),
    constraint xapi_statement_kind_is_known check (kind in ('COMPLETION', 'FAILED', 'VOIDING')),
    constraint xapi_statement_voiding_has_target check ((kind = 'VOIDING') = (target is not null))
);
comment on table xapi_statement is 'The statements that say something of completions, by SHA-256 of what they say, so that the same one twice is one and another one with its id a conflict. target: the statement that it voids.';
create index xapi_statement_target on xapi_statement (employer_id, connection_id, target) where target is not null;
call protect_append_only('xapi_statement');
