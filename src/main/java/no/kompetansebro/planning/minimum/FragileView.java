package no.kompetansebro.planning.minimum;

import java.util.List;

/** What is carried by two persons or fewer, or by less than one full position. */
record FragileView(List<Row> competences, List<Row> positions) {

    /**
     * A competence or a position.
     *
     * @param demanded of how many people it is asked; a dash where that is not the question
     */
    record Row(String name, String href, String heads, String fte, String demanded, String sign) {}
}
