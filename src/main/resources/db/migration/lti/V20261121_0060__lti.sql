create table lti_registration (
    registration_id        uuid   primary key,
    issuer                 text   not null,
    client_id              text   not null,
    deployments            text[] not null default '{}',
    authorization_endpoint text   not null,
    token_endpoint         text   not null,
    jwks_uri               text   not null,
    constraint lti_registration_is_one_per_client unique (issuer, client_id)
);
comment on table lti_registration is 'A platform that may launch us: (issuer, client id), its deployments and endpoints. Read before any employer is known.';
grant select, insert, update, delete on lti_registration to ${app_role};

create table lti_launch_attempt (
    state_hash      bytea       primary key,
    nonce_hash      bytea       not null,
    binding_hash    bytea       not null,
    registration_id uuid        not null references lti_registration on delete cascade,
    target_link_uri text        not null,
    deployment_id   text,
    expires_at      timestamptz not null
);
comment on table lti_launch_attempt is 'A login that has begun: consumed by one delete … returning, so that it succeeds once on any instance. Hashes only.';
create index lti_launch_attempt_expiry on lti_launch_attempt (expires_at);
grant select, insert, update, delete on lti_launch_attempt to ${app_role};

create table lti_tool_key (
    kid         text        primary key,
    public_jwk  jsonb       not null,
    private_key bytea       not null,
    created_at  timestamptz not null
);
comment on table lti_tool_key is 'The tool''s own signing keys; the private part is encrypted with a key from outside the database.';
grant select, insert on lti_tool_key to ${app_role};

create table lti_refusal (
    refusal_id      uuid        primary key,
    refused_at      timestamptz not null,
    registration_id uuid,
    code            text        not null
);
comment on table lti_refusal is 'Append-only: one row per refused login or launch, with its error code; no person, no token.';
create index lti_refusal_time on lti_refusal (refused_at);
grant select, insert on lti_refusal to ${app_role};
