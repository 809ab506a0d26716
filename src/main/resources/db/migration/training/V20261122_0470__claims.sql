create table claim (
    employer_id uuid        not null,
    claim_id    uuid        not null,
    employee_id uuid        not null,
    kind        text        not null,
    competence  text,
    level       text,
    item        text,
    achieved_on date        not null,
    valid_until date,
    counterpart text,
    note        text,
    state       text        not null default 'WAITING',
    version     int         not null default 0,
    made_at     timestamptz not null,
    decided_by  uuid,
    decided_at  timestamptz,
    reason      text,
    origin_source      text,
    origin_external_id text,
    primary key (employer_id, claim_id),
    constraint claim_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint claim_decider_exists foreign key (employer_id, decided_by) references employee,
    constraint claim_kind_is_known check (kind in ('CERTIFICATE', 'DECLARATION', 'ACTIVITY')),
    constraint claim_state_is_known check (state in ('WAITING', 'ATTESTED', 'REFUSED', 'WITHDRAWN', 'REVOKED')),
    constraint claim_is_of_a_competence_or_an_item check ((kind = 'ACTIVITY') = (competence is null) and (competence is null) <> (item is null)),
    constraint claim_ends_after_it_starts check (valid_until > achieved_on),
    constraint nobody_decides_on_their_own_claim check (decided_by <> employee_id or state = 'WITHDRAWN'),
    constraint claim_of_a_fact_is_one unique (employer_id, origin_source, origin_external_id)
);
comment on table claim is 'What somebody says that they know or did, and what a leader or HR said to it. Counts only once attested: then it stands in the ledger (source attest, external id claim_id). origin: the declaration in the ledger that came by import.';
comment on column claim.competence is 'No foreign key: what waits must not keep a competence (or an item) in the catalogue. What is attested is checked then.';
create index claim_of_employee on claim (employer_id, employee_id);
create index claim_waiting on claim (employer_id, made_at) where state = 'WAITING';
call protect_by_employer('claim');
revoke delete on claim from ${app_role};

create table claim_step (
    employer_id uuid        not null,
    step_id     uuid        not null,
    claim_id    uuid        not null,
    taken_at    timestamptz not null,
    taken_by    uuid,
    state       text        not null,
    reason      text,
    corrected   jsonb,
    primary key (employer_id, step_id),
    constraint claim_step_is_of_a_claim foreign key (employer_id, claim_id) references claim
);
comment on table claim_step is 'Append-only: who did what to a claim, and why; corrected: what it said before the decision corrected it.';
create index claim_step_of_claim on claim_step (employer_id, claim_id, taken_at);
call protect_append_only('claim_step');

create table claim_document (
    employer_id uuid   not null,
    claim_id    uuid   not null,
    media_type  text   not null,
    file_name   text   not null,
    size        int    not null,
    sha256      bytea  not null,
    content     bytea  not null,
    primary key (employer_id, claim_id),
    constraint document_is_of_a_claim foreign key (employer_id, claim_id) references claim,
    constraint document_type_is_known check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    constraint document_is_as_long_as_it_says check (octet_length(content) = size)
);
comment on table claim_document is 'The file that a certificate was handed in with, checked and without metadata (ADR 10). Read on its own, never with lists.';
alter table claim_document alter column content set storage external;
call protect_by_employer('claim_document');
revoke update, delete on claim_document from ${app_role};

-- A declaration that another system sends waits for a leader as one made here does.
create function claim_what_is_declared() returns trigger
    language plpgsql as
$$
begin
    insert into claim as c (employer_id, claim_id, employee_id, kind, competence, level, achieved_on, valid_until,
                            state, made_at, origin_source, origin_external_id)
    values (new.employer_id, gen_random_uuid(), new.employee_id, 'DECLARATION', new.competence, new.level, new.achieved_on,
            new.valid_until, case when new.revoked_at is null then 'WAITING' else 'WITHDRAWN' end, new.recorded_at,
            new.source, new.external_id)
    on conflict (employer_id, origin_source, origin_external_id) do update
       set employee_id = excluded.employee_id, competence = excluded.competence, level = excluded.level,
           achieved_on = excluded.achieved_on, valid_until = excluded.valid_until, state = excluded.state,
           version = c.version + 1
     where c.state = 'WAITING';
    return null;
end
$$;
comment on function claim_what_is_declared() is 'Lets a declaration in the ledger that was not made here wait for attestation.';
create trigger evidence_declared_waits after insert or update on evidence for each row
    when (new.kind = 'DECLARATION' and new.source <> 'declared') execute function claim_what_is_declared();

insert into claim (employer_id, claim_id, employee_id, kind, competence, level, achieved_on, valid_until, made_at,
                   origin_source, origin_external_id)
select employer_id, gen_random_uuid(), employee_id, 'DECLARATION', competence, level, achieved_on, valid_until, recorded_at,
       source, external_id
  from evidence where kind = 'DECLARATION' and revoked_at is null;
