package no.kompetansebro.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The employees of a {@link Region} with employments, leaves, roles, exemptions and about thirty results each, written straight
 * into the tables by COPY; results in order of the years in which they were achieved, as they would have come.
 */
public final class Population {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int FIRST_YEAR = 2018;
    private static final LocalDate START = LocalDate.of(2003, 1, 1);

    private final String employer;
    private final int employees;
    private final Region region;
    private final Connection connection;

    public Population(UUID employer, int employees, Region region, Connection connection) {
        this.employer = employer.toString();
        this.employees = employees;
        this.region = region;
        this.connection = connection;
    }

    /** One employee's life, always the same for the same number. */
    private final class Life {

        final Random random;
        final UUID id;
        final int place;
        final Region.Unit unit;
        final int position;
        final LocalDate hired;
        final boolean left;

        Life(int number) {
            random = new Random(number * 7919L + 13);
            id = new UUID(
                    ((0x0190_0000_0000L + number) << 16) | 0x7000L, 0x8000000000000000L | (random.nextLong() >>> 2));
            place = (int) ((long) number * region.departments().size() / employees);
            unit = region.departments().get(place);
            position = random.nextInt(BenchmarkCatalogue.POSITIONS);
            hired = START.plusDays((long) (8600 * Math.sqrt(random.nextDouble())));
            left = random.nextInt(100) < 6;
        }

        LocalDate until() {
            return TODAY.minusDays(random.nextInt(300));
        }
    }

    /** Writes everybody. */
    public void write() throws SQLException {
        copy("unit (employer_id, unit_code, parent_code, name)", this::units);
        copy("employee (employer_id, employee_id, employee_no, given_name, family_name)", each(this::employee));
        copy(
                "employment (employer_id, employment_no, valid_from, valid_until, employee_id, unit_code, position_code,"
                        + " position_title, leader_level, fte)",
                each(this::employments));
        copy("employment_leave (employer_id, employment_no, valid_from, valid_until)", each(this::leaves));
        copy("role_holding (employer_id, employee_id, role, valid_from, valid_until)", each(this::roles));
        copy("exemption (employer_id, employee_id, requirement, valid_from, reason)", each(this::exemptions));
        copy(
                "result (employer_id, source, external_id, employee_id, item, achieved_on, score, recorded_at)",
                this::results);
    }

    private void units(Rows rows) {
        region.units().forEach(u -> rows.add(employer, u.code(), u.parent() == null ? "\\N" : u.parent(), u.code()));
    }

    private void employee(Life life, int number, Rows rows) {
        rows.add(employer, life.id, number(number), "Kari", "Nordmann");
    }

    private void employments(Life life, int number, Rows rows) {
        LocalDate moved = life.hired.plusDays(400 + life.random.nextInt(2500));
        boolean moves = life.random.nextInt(100) < 60 && moved.isBefore(TODAY);
        if (moves) {
            employment(life, number + "-1", life.hired, moved, other(life), rows);
        }
        Object until = life.left ? later(life.until(), moves ? moved : life.hired) : "\\N";
        employment(life, number + "-1", moves ? moved : life.hired, until, life.unit, rows);
        for (int post = 2; post <= 3 && life.random.nextInt(100) < (post == 2 ? 8 : 20); post++) {
            employment(
                    life,
                    number + "-" + post,
                    later(life.hired.plusDays(300), life.hired),
                    until == "\\N" ? "\\N" : later((LocalDate) until, life.hired.plusDays(300)),
                    other(life),
                    rows);
        }
    }

    private static LocalDate later(LocalDate date, LocalDate than) {
        return date.isAfter(than) ? date : than.plusDays(1);
    }

    /** Mostly near by, seldom in another part of the employer. */
    private Region.Unit other(Life life) {
        int size = region.departments().size();
        int near = life.place / 50 * 50 + life.random.nextInt(50);
        return region.departments()
                .get(life.random.nextInt(10) == 0 ? life.random.nextInt(size) : Math.min(size - 1, near));
    }

    private void employment(Life life, String number, LocalDate from, Object until, Region.Unit unit, Rows rows) {
        boolean leads = life.random.nextInt(100) < 6;
        String position = BenchmarkCatalogue.position(unit.family(), life.position);
        rows.add(
                employer,
                number,
                from,
                until,
                life.id,
                unit.code(),
                position,
                "Stilling " + position,
                leads ? 1 + life.random.nextInt(3) : "\\N",
                life.random.nextInt(3) == 0 ? 60 : 100);
    }

    private void leaves(Life life, int number, Rows rows) {
        if (life.random.nextInt(100) < 15) {
            LocalDate from = life.hired.plusDays(life.random.nextInt(4000));
            rows.add(employer, number + "-1", from, from.plusDays(60 + life.random.nextInt(300)));
        }
    }

    private void roles(Life life, int number, Rows rows) {
        if (life.random.nextInt(100) < 3) {
            LocalDate from = life.hired.plusDays(life.random.nextInt(3000));
            rows.add(employer, life.id, "verneombud", from, from.plusDays(730));
        }
    }

    private void exemptions(Life life, int number, Rows rows) {
        if (life.random.nextInt(100) < 12) {
            LocalDate from = life.hired.plusDays(life.random.nextInt(3000));
            rows.add(employer, life.id, "all-" + life.random.nextInt(BenchmarkCatalogue.FOR_ALL), from, "Dispensasjon");
        }
    }

    private void results(Rows rows) {
        for (int year = FIRST_YEAR; year <= TODAY.getYear(); year++) {
            for (int number = 0; number < employees; number++) {
                results(new Life(number), number, year, rows);
            }
        }
    }

    private void results(Life life, int number, int year, Rows rows) {
        boolean first = year == Math.max(FIRST_YEAR, life.hired.getYear());
        Random random = new Random(number * 31L + year);
        for (int i = 0; i < BenchmarkCatalogue.FOR_ALL + BenchmarkCatalogue.FOR_FAMILY; i++) {
            int kind = i < BenchmarkCatalogue.FOR_ALL ? i : i - BenchmarkCatalogue.FOR_ALL;
            int chance = BenchmarkCatalogue.isPeriodic(kind) ? 24 : 6;
            if (random.nextInt(100) < (first ? 70 : chance)) {
                LocalDate on = LocalDate.ofYearDay(year, 1 + random.nextInt(year == TODAY.getYear() ? 320 : 365));
                String item = (i < BenchmarkCatalogue.FOR_ALL ? "all-" : life.unit.family() + "-") + kind;
                if (!on.isBefore(life.hired)) {
                    rows.add(
                            employer,
                            "lms",
                            number + "-" + year + "-" + i,
                            life.id,
                            random.nextInt(10) == 0 ? item + "-b" : item,
                            on,
                            random.nextBoolean() ? "\\N" : 50 + random.nextInt(50),
                            "2026-11-01");
                }
            }
        }
    }

    /** The employee number of the employee, from 0. */
    public static String number(int number) {
        return String.format("%06d", number);
    }

    private interface OfLife {
        void write(Life life, int number, Rows rows);
    }

    private Consumer<Rows> each(OfLife of) {
        return rows -> {
            for (int number = 0; number < employees; number++) {
                of.write(new Life(number), number, rows);
            }
        };
    }

    /** Rows on their way into a table. */
    private static final class Rows {

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder();

        Rows(CopyIn copy) {
            this.copy = copy;
        }

        void add(Object... values) {
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : "\t").append(values[i]);
            }
            text.append('\n');
            if (text.length() > 1 << 16) {
                flush();
            }
        }

        void flush() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void copy(String target, Consumer<Rows> writer) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        Rows rows = new Rows(copy);
        writer.accept(rows);
        rows.flush();
        copy.endCopy();
    }
}
