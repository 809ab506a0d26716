package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fjellmo kommune: 2,000 employees who do not exist, the same for the same day. */
public final class Fjellmo {

    /** The employer code. */
    public static final String CODE = "fjellmo";

    /** The employer's name. */
    public static final String NAME = "Fjellmo kommune";

    private static final long SEED = 20_261_121;

    private final LocalDate today;
    private final DemoDates dates;
    private final Organisation organisation = Organisation.parse(Resources.read("organisation.txt"));
    private final LearningLedger ledger = new LearningLedger();

    private Fjellmo(LocalDate today) {
        this.today = today;
        this.dates = new DemoDates(today);
    }

    /** The files as of the day; they hold no result achieved after it. */
    public static MunicipalityFiles on(LocalDate today) {
        return new Fjellmo(today).files();
    }

    /** The people who are in every data set. */
    public static List<KnownPerson> knownPersons(LocalDate today) {
        return GoldenPerson.parse(Resources.read("golden-persons.yaml"), new DemoDates(today)).stream()
                .map(GoldenPerson::person)
                .map(p -> new KnownPerson(p.number(), p.given(), p.family(), p.username(), p.email()))
                .toList();
    }

    /** The courses that an LMS would have. */
    public static List<KnownCourse> knownCourses(LocalDate today) {
        return new DemoCatalogue(new DemoDates(today).fill(Resources.read("catalogue.yaml"))).courses();
    }

    private MunicipalityFiles files() {
        var catalogue = new DemoCatalogue(dates.fill(Resources.read("catalogue.yaml")));
        List<GoldenPerson> golden = GoldenPerson.parse(Resources.read("golden-persons.yaml"), dates);
        List<Person> everybody = everybody(golden);
        new ToldLearning(dates, ledger).write(golden);
        new ApprovedExperience(today, ledger).write(everybody);
        history(catalogue).write(everybody, cases(golden));
        new UnitLearning(SEED, today, ledger).write(organisation.units());
        new MinimumHolders(SEED, today, ledger).write(everybody);
        return new MunicipalityFiles(catalogue.yaml(), imports(new StaffFiles(organisation, everybody)));
    }

    private List<Person> everybody(List<GoldenPerson> golden) {
        Names names = Names.parse(Resources.read("names.txt"));
        var staffing = new Staffing(organisation, new Hiring(SEED, today, names, organisation));
        List<Person> people =
                staffing.fill(golden.stream().map(GoldenPerson::person).toList());
        return new Functions(SEED, today, organisation, new SpecialistLeaders(SEED).among(people)).assign();
    }

    private static Map<String, GoldenPerson> cases(List<GoldenPerson> golden) {
        return golden.stream()
                .filter(GoldenPerson::isCase)
                .collect(Collectors.toMap(one -> one.person().number(), Function.identity()));
    }

    private LearningHistory history(DemoCatalogue catalogue) {
        var outcomes = new Outcomes(
                SEED, new Readiness(SEED, today, organisation), Attainment.parse(Resources.read("attainment.txt")));
        var targetGroups = new TargetGroups(organisation, today);
        return new LearningHistory(SEED, today, catalogue, targetGroups, outcomes, ledger);
    }

    private SequencedMap<String, String> imports(StaffFiles staff) {
        var imports = new LinkedHashMap<String, String>();
        imports.put("units", staff.units());
        imports.put("employees", staff.employees());
        imports.put("employments", staff.employments());
        imports.put("leaves", staff.leaves());
        imports.put("roles", staff.roles());
        imports.put("results", ledger.results());
        imports.put("evidence", ledger.evidence());
        imports.put("unit-results", ledger.unitResults());
        imports.put("exemptions", ledger.exemptions());
        return imports;
    }
}
