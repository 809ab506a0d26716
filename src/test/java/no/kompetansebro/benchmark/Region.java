package no.kompetansebro.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The units of an employer of so many employees: municipalities of very different sizes in counties (beyond 20,000 employees),
 * service areas in a municipality, workplaces of about 65 in an area, departments of about 32 in a workplace.
 */
public final class Region {

    /** A unit; the family says what work is done there (0 care, 1 education, 2 all else). */
    record Unit(String code, @Nullable String parent, int family) {}

    private static final int[] FAMILIES = {0, 1, 0, 2, 1, 2};

    private final Random random = new Random(4711);
    private final List<Unit> units = new ArrayList<>();
    private final List<Unit> departments = new ArrayList<>();

    public Region(int employees) {
        if (employees <= 20_000) {
            municipality("u", null, employees);
        } else {
            units.add(new Unit("u", null, 2));
            counties(employees);
        }
    }

    private void counties(int employees) {
        int count = Math.max(3, employees / 32_000);
        for (int county = 0; county < count; county++) {
            String code = "u-" + county;
            units.add(new Unit(code, "u", 2));
            int left = employees / count;
            for (int municipality = 0; left > 0; municipality++) {
                int size = Math.min(left, (int) (400 * Math.exp(1.1 * Math.abs(random.nextGaussian()))));
                municipality(code + "-" + municipality, code, size);
                left -= size;
            }
        }
    }

    private void municipality(String code, @Nullable String parent, int employees) {
        units.add(new Unit(code, parent, 2));
        int areas = employees > 10_000 ? 11 : 6;
        for (int area = 0; area < areas; area++) {
            String areaCode = code + "-" + area;
            int family = FAMILIES[area % FAMILIES.length];
            units.add(new Unit(areaCode, code, family));
            int workplaces = Math.max(1, employees / areas / 65);
            for (int workplace = 0; workplace < workplaces; workplace++) {
                workplace(areaCode + "-" + workplace, areaCode, family);
            }
        }
    }

    private void workplace(String code, String parent, int family) {
        units.add(new Unit(code, parent, family));
        for (int department = 0; department < 2; department++) {
            Unit unit = new Unit(code + "-" + department, code, family);
            units.add(unit);
            departments.add(unit);
        }
    }

    List<Unit> units() {
        return units;
    }

    /** Where people work. */
    List<Unit> departments() {
        return departments;
    }
}
