package no.kompetansebro.learning;

/** The stable key of a learning item. Text, compared exactly (coverage.md section 1). */
public record ItemCode(String value) implements Comparable<ItemCode> {

    @Override
    public int compareTo(ItemCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
