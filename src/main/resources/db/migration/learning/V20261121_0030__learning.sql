create table item (
    employer_id uuid    not null references employer,
    code        text    not null,
    name        jsonb   not null,
    kind        text    not null,
    arena       text,
    hours       numeric,
    course_id_number  text,
    course_short_name text,
    lti_resource      text,
    position    int     not null,
    primary key (employer_id, code),
    constraint item_kind_is_known
        check (kind in ('COURSE', 'MODULE', 'GATHERING', 'PROGRAMME', 'FORMAL_EDUCATION', 'PRACTICE')),
    constraint item_arena_is_known
        check (arena in ('E_LEARNING', 'CLASSROOM', 'BLENDED', 'WORKPLACE', 'NETWORK', 'EXTERNAL')),
    constraint item_hours_are_not_negative check (hours >= 0)
);
comment on table item is 'A learning item: course, module, gathering, programme … and how an LMS knows it.';
call protect_by_employer('item');

create table award_rule (
    employer_id uuid  not null,
    code        text  not null,
    competence  text  not null,
    level       text,
    criterion   jsonb not null,
    position    int   not null,
    primary key (employer_id, code),
    constraint award_rule_competence_exists foreign key (employer_id, competence) references competence
        deferrable initially deferred
);
comment on table award_rule is 'Which learning (criterion, a tree as in interfaces.md section 2) gives the competence at the level.';
call protect_by_employer('award_rule');
