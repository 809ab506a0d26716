package no.kompetansebro.requirement;

/** The stable key of a requirement. Text, compared exactly (coverage.md section 1). */
public record RequirementCode(String value) implements Comparable<RequirementCode> {

    @Override
    public int compareTo(RequirementCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
