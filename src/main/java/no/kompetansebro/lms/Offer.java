package no.kompetansebro.lms;

import java.util.Map;

/**
 * Something that a link may lead to.
 *
 * @param key stands for it in the form of the page
 * @param name in the language of the page
 * @param note what else tells it from others; may be empty
 * @param custom the custom parameters of its link
 * @param scored whether there is progress in it that an LMS can be told
 */
record Offer(Group group, String key, String name, String note, Map<String, String> custom, boolean scored) {

    enum Group {
        PAGES,
        PATHS,
        PROGRAMMES,
        MODULES
    }
}
