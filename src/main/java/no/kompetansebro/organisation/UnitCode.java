package no.kompetansebro.organisation;

/** The code of a unit in the employer's organisation. Text, compared exactly (coverage.md section 1). */
public record UnitCode(String value) implements Comparable<UnitCode> {

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
