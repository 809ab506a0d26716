package no.kompetansebro.coverage.web;

import java.util.List;

/**
 * Why somebody's requirement stands as it does, in words.
 *
 * @param person whose; empty for oneself
 */
record ExplanationView(
        String title, String person, StatusView status, String when, String date, List<Section> sections) {

    /** One question and its answer. */
    record Section(String title, List<Line> lines) {}

    /**
     * A line of an answer, with lines below it.
     *
     * @param sign {@code yes}, {@code no}, {@code info} or {@code step}
     * @param meaning the sign in words; empty where it says nothing
     */
    record Line(String sign, String meaning, String text, List<Line> lines) {}
}
