package no.kompetansebro.pages;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.coverage.web.PairAction;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * What a module above could add to the pages about coverage: only about Petter Aune and his unit in {@link SmallTown},
 * at whom no picture is taken.
 */
@Configuration(proxyBeanMethods = false)
class AdditionsForTests {

    private static final UnitCode UNIT = new UnitCode("TEK");
    private static final EmployeeNumber PETTER = new EmployeeNumber("3");

    private final Employees employees;

    AdditionsForTests(Employees employees) {
        this.employees = employees;
    }

    @Bean
    @Order(2)
    PageSection nextSection() {
        return new Section("Dette kommer sist");
    }

    @Bean
    @Order(1)
    PageSection firstSection() {
        return new Section("Dette kommer først");
    }

    @Bean
    PairAction openForTests() {
        return asked -> isPetter(asked.employee())
                ? List.of(
                        new PairAction.Action("Åpne kurset", "https://lms.example/course?id=7&x=1", true, true),
                        new PairAction.Action("Spør lederen", "/spor?krav=" + asked.requirement(), false, false))
                : List.of();
    }

    private boolean isPetter(EmployeeId employee) {
        return employees
                .find(PETTER)
                .filter(petter -> petter.id().equals(employee))
                .isPresent();
    }

    private final class Section implements PageSection {

        private final String text;

        Section(String text) {
            this.text = text;
        }

        @Override
        public Place place() {
            return Place.LATE;
        }

        @Override
        public Optional<Content> content(Asked asked) {
            boolean wanted = switch (asked.subject()) {
                case Subject.Oneself(EmployeeId employee) -> isPetter(employee);
                case Subject.OfUnit(UnitCode unit) -> unit.equals(UNIT);
            };
            return wanted ? Optional.of(new Content("test/section", "section", text)) : Optional.empty();
        }
    }
}
