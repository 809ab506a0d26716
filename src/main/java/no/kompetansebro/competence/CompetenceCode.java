package no.kompetansebro.competence;

/** The stable key of a competence. Text, compared exactly (coverage.md section 1). */
public record CompetenceCode(String value) implements Comparable<CompetenceCode> {

    @Override
    public int compareTo(CompetenceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
