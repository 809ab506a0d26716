create table needs_assessment (
    employer_id uuid        not null,
    employee_id uuid        not null,
    version     int         not null,
    stage       text        not null,
    made_on     date        not null,
    made_by     uuid        not null,
    recorded_at timestamptz not null,
    primary key (employer_id, employee_id, version),
    constraint needs_assessment_is_of_an_employee foreign key (employer_id, employee_id) references employee,
    constraint needs_assessment_is_made_by_an_employee foreign key (employer_id, made_by) references employee (employer_id, employee_id),
    constraint needs_assessment_versions_count_from_one check (version >= 1),
    constraint needs_assessment_stage_is_known check (stage in ('SELF', 'AGREED')),
    constraint nobody_agrees_their_own_needs check ((stage = 'SELF') = (made_by = employee_id))
);
comment on table needs_assessment is 'Append-only: what a leader (employee_id) needs of the leadership school, as that leader said (SELF) or as the nearest leader (made_by) agreed. The next version is the next row; two who start from the same version cannot both write it.';
call protect_append_only('needs_assessment');

create table assessed_need (
    employer_id uuid not null,
    employee_id uuid not null,
    version     int  not null,
    item        text not null,
    need        text not null,
    note        text,
    primary key (employer_id, employee_id, version, item),
    constraint assessed_need_is_part_of_an_assessment foreign key (employer_id, employee_id, version) references needs_assessment,
    constraint assessed_need_is_known check (need in ('NONE', 'SOME', 'GREAT')),
    constraint assessed_need_note_is_short check (length(note) <= 500)
);
comment on table assessed_need is 'Append-only: how great the need is for one module. item: as the catalogue called it then; it may be gone from it since.';
call protect_append_only('assessed_need');
