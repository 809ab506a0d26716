create table api_token (
    token_hash  bytea       primary key,
    employer_id uuid        not null references employer,
    name        text        not null,
    scopes      text[]      not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    revoked_at  timestamptz,
    constraint api_token_scopes_are_known check (scopes <@ array['coverage:read', 'import:write', 'catalogue:write'])
);
comment on table api_token is 'An API token that an administrator made, as its SHA-256: whose data it opens, and for what. Read before any employer is known.';
create index api_token_of_employer on api_token (employer_id);
grant select, insert, update on api_token to ${app_role};
