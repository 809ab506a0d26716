create table scale (
    employer_id uuid   not null references employer,
    code        text   not null,
    levels      text[] not null,
    position    int    not null,
    primary key (employer_id, code),
    constraint scale_has_levels check (cardinality(levels) > 0)
);
comment on table scale is 'A scale of levels, ascending.';
call protect_by_employer('scale');

create table competence (
    employer_id uuid   not null references employer,
    code        text   not null,
    name        jsonb  not null,
    kind        text   not null,
    emphasis    text[] not null default '{}',
    scale       text,
    validity    jsonb  not null,
    position    int    not null,
    primary key (employer_id, code),
    constraint competence_scale_exists foreign key (employer_id, scale) references scale
        deferrable initially deferred,
    constraint competence_kind_is_known
        check (kind in ('KNOWLEDGE', 'SKILL', 'ABILITY', 'ATTITUDE', 'CERTIFICATE', 'LANGUAGE'))
);
comment on table competence is 'A competence; validity is for direct evidence without an end of its own (coverage.md section 4). position: the order in the catalogue.';
call protect_by_employer('competence');
