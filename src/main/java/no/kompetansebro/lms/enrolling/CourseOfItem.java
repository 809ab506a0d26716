package no.kompetansebro.lms.enrolling;

import java.util.List;
import no.kompetansebro.learning.ItemCode;

/**
 * The course that people are enrolled in for an item.
 *
 * @param others titles of further courses that count as the item
 */
record CourseOfItem(ItemCode item, String issuer, String key, String title, List<String> others) {}
