package no.kompetansebro.learning;

import java.util.Set;

/** Says which items are needed by something outside of the catalogue, which must not lose them then: declare a bean of it. */
public interface ItemsInUse {

    /** The items that are needed, of the employer in scope; among them may be some that the catalogue does not have. */
    Set<ItemCode> items();

    /** What needs them, as in "is left out, but it is assigned to somebody". */
    String why();
}
