package no.kompetansebro.lms.enrolling;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.learning.ItemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which course people are enrolled in for an item: of those that count as it, one that a connection has, mapped by hand
 * before by ID number before by short name.
 */
@Repository
@Transactional(readOnly = true)
class CoursesOfItems {

    private final JdbcClient jdbc;
    private final Connectors connectors;

    CoursesOfItems(JdbcClient jdbc, Connectors connectors) {
        this.jdbc = jdbc;
        this.connectors = connectors;
    }

    /** By item; nothing for an item without a course. */
    Map<ItemCode, CourseOfItem> of(Collection<ItemCode> items) {
        List<CourseOfItem> all = jdbc.sql("""
                select i.item, k.issuer, k.course_key, coalesce(nullif(k.title, ''), k.short_name, k.id_number, k.course_key) as title
                  from course_item i join known_course k using (employer_id, issuer, course_key)
                 where i.item = any(:items) and k.course_key like 'course:%'
                 order by array_position(array['HAND', 'ID_NUMBER', 'SHORT_NAME', 'RESOURCE'], i.how), title, k.issuer, k.course_key
                """)
                .param("items", items.stream().map(ItemCode::value).distinct().toArray(String[]::new))
                .query((row, _) -> new CourseOfItem(
                        new ItemCode(row.getString("item")),
                        row.getString("issuer"),
                        row.getString("course_key"),
                        row.getString("title"),
                        List.of()))
                .list();
        Map<ItemCode, CourseOfItem> chosen = new LinkedHashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(CourseOfItem::item, LinkedHashMap::new, Collectors.toList()))
                .forEach((item, courses) -> chosen.put(item, best(courses)));
        return chosen;
    }

    private CourseOfItem best(List<CourseOfItem> courses) {
        CourseOfItem best = courses.stream()
                .filter(course -> connectors.of(course.issuer()).isPresent())
                .findFirst()
                .orElseGet(courses::getFirst);
        List<String> others = courses.stream()
                .filter(course -> !course.equals(best))
                .map(CourseOfItem::title)
                .toList();
        return new CourseOfItem(best.item(), best.issuer(), best.key(), best.title(), others);
    }
}
