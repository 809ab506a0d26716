create table result (
    employer_id uuid        not null,
    source      text        not null,
    external_id text        not null,
    employee_id uuid        not null,
    item        text        not null,
    achieved_on date        not null,
    score       numeric,
    hours       numeric,
    valid_until date,
    revoked_at  timestamptz,
    recorded_at timestamptz not null,
    primary key (employer_id, source, external_id),
    constraint result_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint result_item_exists foreign key (employer_id, item) references item deferrable initially deferred,
    constraint result_score_is_0_to_100 check (score between 0 and 100),
    constraint result_hours_are_not_negative check (hours >= 0),
    constraint result_ends_after_it_starts check (valid_until > achieved_on)
);
comment on table result is 'The ledger: an employee achieved an item on a date. One row per fact (source, external_id); revoked_at is final. Earlier readings of the fact are in ledger_history.';
create index result_of_employee on result (employer_id, employee_id);
create index result_of_item on result (employer_id, item);
call protect_by_employer('result');
revoke delete on result from ${app_role};

create table evidence (
    employer_id uuid        not null,
    source      text        not null,
    external_id text        not null,
    employee_id uuid        not null,
    competence  text        not null,
    level       text,
    achieved_on date        not null,
    valid_until date,
    kind        text        not null,
    revoked_at  timestamptz,
    recorded_at timestamptz not null,
    primary key (employer_id, source, external_id),
    constraint evidence_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint evidence_competence_exists foreign key (employer_id, competence) references competence deferrable initially deferred,
    constraint evidence_kind_is_known check (kind in ('CERTIFICATE', 'ATTESTATION', 'PRIOR_LEARNING', 'DECLARATION')),
    constraint evidence_ends_after_it_starts check (valid_until > achieved_on)
);
comment on table evidence is 'Direct evidence of a competence: certificate, attestation, prior learning; a declaration is no holding until attested.';
create index evidence_of_employee on evidence (employer_id, employee_id);
create index evidence_of_competence on evidence (employer_id, competence);
call protect_by_employer('evidence');
revoke delete on evidence from ${app_role};

create table unit_result (
    employer_id uuid        not null,
    source      text        not null,
    external_id text        not null,
    unit_code   text        not null,
    item        text        not null,
    achieved_on date        not null,
    revoked_at  timestamptz,
    recorded_at timestamptz not null,
    primary key (employer_id, source, external_id),
    constraint unit_result_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint unit_result_item_exists foreign key (employer_id, item) references item deferrable initially deferred
);
comment on table unit_result is 'A unit did an item on a date (coverage.md section 9).';
create index unit_result_of_unit on unit_result (employer_id, unit_code);
call protect_by_employer('unit_result');
revoke delete on unit_result from ${app_role};

create table ledger_history (
    employer_id uuid        not null references employer,
    replaced_at timestamptz not null,
    ledger      text        not null,
    source      text        not null,
    external_id text        not null,
    former      jsonb       not null,
    constraint ledger_is_known check (ledger in ('result', 'evidence', 'unit_result'))
);
comment on table ledger_history is 'Append-only: what a fact said before a later row of the same key corrected or revoked it.';
create index ledger_history_of_fact on ledger_history (employer_id, ledger, source, external_id);
call protect_append_only('ledger_history');

create function keep_former_reading() returns trigger
    language plpgsql as
$$
begin
    insert into ledger_history (employer_id, replaced_at, ledger, source, external_id, former)
    values (old.employer_id, now(), tg_table_name, old.source, old.external_id, to_jsonb(old));
    return new;
end
$$;
comment on function keep_former_reading() is 'Copies the row that an update replaces to ledger_history.';
create trigger result_keeps_history before update on result for each row execute function keep_former_reading();
create trigger evidence_keeps_history before update on evidence for each row execute function keep_former_reading();
create trigger unit_result_keeps_history before update on unit_result for each row execute function keep_former_reading();
