alter table lti_registration
    add column token_audience    text,
    add column origins           text[]  not null default '{}',
    add column private_addresses boolean not null default true;
alter table lti_registration alter column private_addresses set default false;
comment on column lti_registration.private_addresses is 'Whether the platform may be in a private network. True for those registered by an operator''s file before there was a choice.';
