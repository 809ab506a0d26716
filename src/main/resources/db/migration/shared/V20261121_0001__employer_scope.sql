-- The wall between employers: every table with an employer_id is protected by row-level security, enforced for the
-- application's role, which owns nothing and cannot bypass it. A transaction without an employer sees nothing.

create function current_employer() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.employer', true), '')::uuid;
comment on function current_employer() is 'The employer that the transaction is bound to; null when there is none.';

create procedure protect_by_employer(relation regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', relation);
    execute format('create policy own_employer_only on %s using (employer_id = (select current_employer())) '
        'with check (employer_id = (select current_employer()))', relation);
    execute format('grant select, insert, update, delete on %s to ${app_role}', relation);
end
$$;
comment on procedure protect_by_employer(regclass) is 'Puts the table behind row-level security by employer_id.';

create procedure protect_append_only(relation regclass)
    language plpgsql as
$$
begin
    call protect_by_employer(relation);
    execute format('revoke update, delete on %s from ${app_role}', relation);
end
$$;
comment on procedure protect_append_only(regclass) is 'As protect_by_employer, and the application may only add rows.';
