package no.kompetansebro.demo;

import java.time.LocalDate;

/** Something that people of the municipality have done in the tool, entered after the imports; in order. */
interface DemoPart {

    /** Enters it as of today. */
    void enter(LocalDate today);
}
