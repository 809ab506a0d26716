package no.kompetansebro.organisation;

/** The number the employer knows an employee by. Text, compared exactly (coverage.md section 1). */
public record EmployeeNumber(String value) implements Comparable<EmployeeNumber> {

    @Override
    public int compareTo(EmployeeNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
