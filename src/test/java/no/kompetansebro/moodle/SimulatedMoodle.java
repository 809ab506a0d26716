package no.kompetansebro.moodle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Moodle of the test's own: people, courses and completions, answered as Moodle 4.5 was recorded to answer; and faults. */
final class SimulatedMoodle implements AutoCloseable {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final long ACCOUNT = 900_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, DateTimeFormatter> DATES = Map.of(
            "en", DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, h:mm a", Locale.ENGLISH),
            "no", DateTimeFormatter.ofPattern("EEEE d. MMMM uuuu, HH:mm", Locale.of("nb")));

    /** What goes wrong with a call: null for nothing. */
    interface Fault {
        Response at(String function, int call);
    }

    /** An answer instead of the right one, or after it was done; with status 0 it breaks off after so much of the body. */
    record Response(int status, String body, Map<String, String> headers, boolean afterwards) {

        static final Response BROKEN_OFF = of(0, "[{\"id\":1");

        Response(int status, String body, Map<String, String> headers) {
            this(status, body, headers, false);
        }

        /** What was asked for is done, and the answer is lost. */
        static Response lost() {
            return new Response(502, "", Map.of(), true);
        }

        static Response of(int status, String body) {
            return new Response(status, body, Map.of());
        }
    }

    record User(long id, String idNumber, String username, Instant lastAccess) {

        User at(Instant access) {
            return new User(id, idNumber, username, access);
        }

        User named(String name) {
            return new User(id, idNumber, name, lastAccess);
        }
    }

    record CourseAt(long id, String shortName, String idNumber, String title, boolean completion) {}

    record Pair(long user, long course) {}

    final Map<Long, User> users = new ConcurrentHashMap<>();
    final Map<Long, CourseAt> courses = new ConcurrentHashMap<>();
    final Map<Pair, Optional<Instant>> enrolments = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();
    final Map<String, AtomicInteger> callsOf = new ConcurrentHashMap<>();
    volatile Fault fault = (_, _) -> null;
    volatile Consumer<Runnable> around = Runnable::run;
    final Set<Long> suspended = ConcurrentHashMap.newKeySet();
    final Set<Long> withoutManual = ConcurrentHashMap.newKeySet();
    final Map<String, Set<Long>> cohorts = new ConcurrentHashMap<>();
    volatile long assignable = 5;
    volatile List<String> functions = Stream.of(Functions.FOR_REPORT, Functions.FOR_PEOPLE, Functions.FOR_ENROLLING)
            .flatMap(List::stream)
            .distinct()
            .toList();
    volatile List<String> headers = List.of(
            "ID number", "Username", "Course ID number", "Course short name", "Status", "Completed", "Time completed");
    volatile String language = "en";
    volatile String timeZone = "UTC";
    volatile boolean duplicates;

    private final Map<String, JsonNode> filters = new HashMap<>();
    private final HttpServer server;

    SimulatedMoodle() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/webservice/rest/server.php", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void person(long id, String number) {
        users.put(id, new User(id, number, "user" + id, Instant.now()));
    }

    void course(long id, String shortName, String idNumber) {
        courses.put(id, new CourseAt(id, shortName, idNumber, "Course &amp; " + shortName, true));
    }

    void enrol(long user, long course, Optional<Instant> completed) {
        enrolments.put(new Pair(user, course), completed);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) {
        around.accept(() -> {
            try {
                answer(exchange);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String function = form.getOrDefault("wsfunction", "");
        callsOf.computeIfAbsent(function, _ -> new AtomicInteger()).incrementAndGet();
        Response wrong = fault.at(function, calls.incrementAndGet());
        if (wrong != null && wrong.afterwards()) {
            answer(function, form);
        }
        Response response = wrong != null
                ? wrong
                : Response.of(200, TOKEN.equals(form.get("wstoken")) ? answer(function, form) : error("invalidtoken"));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        response.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        if (response.status() == 0) {
            exchange.sendResponseHeaders(200, body.length + 1000);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            throw new IOException("broken off");
        }
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static String error(String code) {
        return "{\"exception\":\"core\\\\exception\\\\moodle_exception\",\"errorcode\":\"" + code
                + "\",\"message\":\"…\"}";
    }

    private String answer(String function, Map<String, String> form) {
        if (!functions.contains(function) && !function.equals(Functions.SITE_INFO)) {
            return error("accessexception");
        }
        return switch (function) {
            case Functions.SITE_INFO -> siteInfo();
            case Functions.LIST_REPORTS ->
                "{\"reports\":[{\"name\":\"R&amp;D\",\"id\":1},{\"name\":\"Kompetansebro\",\"id\":7}],\"warnings\":[]}";
            case Functions.SET_FILTERS -> setFilters(form);
            case Functions.REPORT -> report(form);
            case Functions.USERS -> usersByField(form);
            case Functions.USERS_COURSES -> coursesOf(Long.parseLong(form.get("userid")));
            case Functions.STATUS ->
                status(new Pair(Long.parseLong(form.get("userid")), Long.parseLong(form.get("courseid"))));
            case Functions.COURSES -> allCourses();
            case Functions.ENROL -> enrol(form);
            case Functions.ADD_TO_COHORT -> addToCohort(form);
            default -> error("invalidrecord");
        };
    }

    /** All or nobody, as far as Moodle looks before it does anything. */
    private String enrol(Map<String, String> form) {
        List<Pair> asked = new ArrayList<>();
        for (int i = 0; form.containsKey("enrolments[" + i + "][userid]"); i++) {
            long user = Long.parseLong(form.get("enrolments[" + i + "][userid]"));
            long course = Long.parseLong(form.get("enrolments[" + i + "][courseid]"));
            String wrong = !courses.containsKey(course)
                    ? "invalidparameter"
                    : !users.containsKey(user)
                            ? "invaliduser"
                            : suspended.contains(user)
                                    ? "suspended"
                                    : Long.parseLong(form.get("enrolments[" + i + "][roleid]")) != assignable
                                            ? "wsusercannotassign"
                                            : withoutManual.contains(course) ? "wsnoinstance" : "";
            if (!wrong.isEmpty()) {
                return error(wrong);
            }
            asked.add(new Pair(user, course));
        }
        asked.forEach(pair -> enrolments.putIfAbsent(pair, Optional.empty()));
        return "null";
    }

    private String addToCohort(Map<String, String> form) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode warnings = answer.putArray("warnings");
        for (int i = 0; form.containsKey("members[" + i + "][usertype][value]"); i++) {
            String cohort = form.get("members[" + i + "][cohorttype][value]");
            long user = Long.parseLong(form.get("members[" + i + "][usertype][value]"));
            if (!cohorts.containsKey(cohort)) {
                warn(warnings, "2", "cohort idnumber=" + cohort + " not exists");
            } else if (!users.containsKey(user)) {
                warn(warnings, "2", "user id=" + user + " not exists");
            } else if (!cohorts.get(cohort).add(user)) {
                warn(warnings, "3", "record already exists: cohort(idnumber=" + cohort + " id=" + user + ")");
            }
        }
        return answer.toString();
    }

    private static void warn(ArrayNode warnings, String code, String message) {
        warnings.addObject().put("warningcode", code).put("message", message);
    }

    private String siteInfo() {
        ObjectNode info = JSON.createObjectNode().put("userid", ACCOUNT).put("lang", language);
        ArrayNode list = info.putArray("functions");
        functions.forEach(name -> list.addObject().put("name", name));
        return info.toString();
    }

    private synchronized String setFilters(Map<String, String> form) {
        filters.put(form.get("reportid"), JSON.readTree(form.get("values")));
        return "true";
    }

    private synchronized String report(Map<String, String> form) {
        JsonNode filter = filters.getOrDefault(form.get("reportid"), JSON.createObjectNode());
        long from = filter.path("completion:timecompleted_from").asLong(0);
        List<Map.Entry<Pair, Optional<Instant>>> rows = enrolments.entrySet().stream()
                .filter(row -> users.containsKey(row.getKey().user())
                        && courses.containsKey(row.getKey().course()))
                .filter(row -> filter.isEmpty() || row.getValue().isPresent())
                .filter(row -> row.getValue().map(Instant::getEpochSecond).orElse(0L) >= from)
                .sorted(java.util.Comparator.comparing(
                        row -> row.getKey().user() * 100_000 + row.getKey().course()))
                .flatMap(row -> duplicates ? Stream.of(row, row) : Stream.of(row))
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode data = answer.putObject("data");
        headers.forEach(data.putArray("headers")::add);
        ArrayNode out = data.putArray("rows");
        int size = Integer.parseInt(form.get("perpage"));
        rows.stream()
                .skip((long) Integer.parseInt(form.get("page")) * size)
                .limit(size)
                .forEach(row -> {
                    ArrayNode cells = out.addObject().putArray("columns");
                    headers.forEach(header -> cells.add(cell(header, row.getKey(), row.getValue())));
                });
        data.put("totalrowcount", rows.size());
        return answer.toString();
    }

    private String cell(String header, Pair pair, Optional<Instant> completed) {
        return switch (header) {
            case "ID number" -> users.get(pair.user()).idNumber();
            case "Username" -> users.get(pair.user()).username();
            case "Course ID number" -> courses.get(pair.course()).idNumber();
            case "Course short name" -> courses.get(pair.course()).shortName();
            case "Completed", "Fullført" -> completed.isEmpty() ? "" : language.equals("en") ? "Yes" : "Ja";
            case "Time completed", "Tidspunkt fullført" ->
                completed
                        .map(at -> DATES.get(language).format(at.atZone(ZoneId.of(timeZone))))
                        .orElse("");
            default -> "Active";
        };
    }

    private String usersByField(Map<String, String> form) {
        ArrayNode found = JSON.createArrayNode();
        List<String> values = IntStream.range(0, form.size())
                .mapToObj(i -> form.get("values[" + i + "]"))
                .filter(value -> value != null)
                .toList();
        if (form.get("field").equals("id") && values.contains(String.valueOf(ACCOUNT))) {
            found.addObject()
                    .put("id", ACCOUNT)
                    .put("idnumber", "")
                    .put("lang", language)
                    .put("timezone", timeZone);
        }
        users.values().stream()
                .filter(user ->
                        values.contains(form.get("field").equals("id") ? String.valueOf(user.id()) : user.idNumber()))
                .forEach(user -> found.addObject()
                        .put("id", user.id())
                        .put("idnumber", user.idNumber())
                        .put("username", user.username())
                        .put("lastaccess", user.lastAccess().getEpochSecond()));
        return found.toString();
    }

    private String coursesOf(long user) {
        ArrayNode list = JSON.createArrayNode();
        courses.values().forEach(course -> {
            Optional<Instant> completed = enrolments.get(new Pair(user, course.id()));
            if (completed != null && users.containsKey(user)) {
                put(list.addObject(), course)
                        .put("completionhascriteria", true)
                        .put("completionusertracked", true)
                        .put("completed", completed.isPresent());
            }
        });
        return list.toString();
    }

    private String status(Pair pair) {
        Optional<Instant> completed = enrolments.get(pair);
        if (completed == null) {
            return error("usernotenroled");
        }
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode status = answer.putObject("completionstatus").put("completed", completed.isPresent());
        ArrayNode criteria = status.putArray("completions");
        completed.ifPresent(at -> criteria.addObject().put("complete", true).put("timecompleted", at.getEpochSecond()));
        return answer.toString();
    }

    private String allCourses() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("courses");
        list.addObject().put("id", 1).put("shortname", "lab").put("fullname", "Front page");
        courses.values().forEach(course -> put(list.addObject(), course));
        return answer.toString();
    }

    private static ObjectNode put(ObjectNode node, CourseAt course) {
        return node.put("id", course.id())
                .put("shortname", course.shortName())
                .put("idnumber", course.idNumber())
                .put("fullname", course.title())
                .put("enablecompletion", course.completion());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : new ArrayList<>(List.of(body.split("&")))) {
            int equals = field.indexOf('=');
            form.put(
                    URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }
}
