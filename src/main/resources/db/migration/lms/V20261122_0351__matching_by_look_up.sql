-- Whatever is known of the sizes of tables, a completion is matched by a few look-ups in indexes. While a new table has no
-- statistics, all items were gone through again for each completion, and all that wait for each that waits: a page of the report,
-- two thousand, took a minute.

create index item_by_course_id_number on item (employer_id, course_id_number) where course_id_number is not null;
create index item_by_course_short_name on item (employer_id, course_short_name) where course_short_name is not null;
create index item_by_lti_resource on item (employer_id, lti_resource) where lti_resource is not null;

create or replace view course_item with (security_invoker = true) as
select k.employer_id, k.issuer, k.course_key,
       case when k.ignored then null when k.item is not null then hand.item
            else coalesce(own.item, number.item, name.item, resource.item) end as item,
       case when k.ignored then 'IGNORED' when k.item is not null then 'HAND' when own.item is not null then 'OURS' when number.item is not null then 'ID_NUMBER'
            when name.item is not null then 'SHORT_NAME' when resource.item is not null then 'RESOURCE' else 'NONE' end as how
  from known_course k
  left join lateral (select min(i.code) as item from item i
                      where i.employer_id = k.employer_id and i.code = k.item) hand on true
  left join lateral (select min(i.code) as item from item i
                      where i.employer_id = k.employer_id and k.course_key like 'item:%' and i.code = substr(k.course_key, 6)) own on true
  left join lateral (select min(i.code) as item from item i
                      where i.employer_id = k.employer_id and i.course_id_number = k.id_number having count(*) = 1) number on true
  left join lateral (select min(i.code) as item from item i
                      where i.employer_id = k.employer_id and i.course_short_name = k.short_name having count(*) = 1) name on true
  left join lateral (select min(i.code) as item from item i
                      where i.employer_id = k.employer_id and i.lti_resource = k.id_number having count(*) = 1) resource on true;

drop view item_key;

create or replace view completion_match with (security_invoker = true) as
select c.employer_id, c.source, c.external_id,
       case when l.status = 'CONFIRMED' then l.employee_id
            when l.status = 'REJECTED' or l.decided_at is not null then null
            else coalesce(n.employee_id,
                          case when c.mailbox is not null then
                              (select min(m.employee_id::text)::uuid from employee m
                                where m.employer_id = c.employer_id and lower(m.email) = lower(c.mailbox)
                               having count(*) = 1) end) end as employee_id,
       (select i.item from course_item i
         where i.employer_id = c.employer_id and i.issuer = c.issuer and i.course_key = c.course_key) as item,
       c.achieved_on, c.score
  from completion c
  left join account_link l on l.employer_id = c.employer_id and l.issuer = c.issuer and l.subject = c.subject
  left join employee n on n.employer_id = c.employer_id and n.employee_no = c.employee_no
 where c.state = 'WAITING';
