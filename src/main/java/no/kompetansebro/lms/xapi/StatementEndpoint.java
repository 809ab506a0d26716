package no.kompetansebro.lms.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The statement resource (xAPI 1.0.3 part three 2.1), as much of it as a learning tool needs to report: POST and PUT. Statements
 * are not given out again, so GET is not allowed; attachments are not taken.
 */
@RestController
class StatementEndpoint {

    static final String VERSION = "X-Experience-API-Version";
    static final String OURS = "1.0.3";

    private static final String PATH = "/xapi/statements";
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Statements statements;
    private final Allowance allowance;
    private final Clock clock;

    StatementEndpoint(Statements statements, Allowance allowance, Clock clock) {
        this.statements = statements;
        this.allowance = allowance;
        this.clock = clock;
    }

    @PostMapping(PATH)
    ResponseEntity<Object> post(@AuthenticationPrincipal Connection connection, HttpServletRequest request) {
        return answer(connection, request, () -> {
            StatementReader.require(request.getQueryString() == null, "query", "is not known here");
            List<Statement> read = new StatementReader(connection, clock).readAll(body(request));
            take(connection, read);
            return json(HttpStatus.OK, read.stream().map(s -> s.id().toString()).toList());
        });
    }

    @PutMapping(PATH)
    ResponseEntity<Object> put(
            @AuthenticationPrincipal Connection connection,
            HttpServletRequest request,
            @RequestParam(name = "statementId", defaultValue = "") String statementId) {
        return answer(connection, request, () -> {
            UUID id = StatementReader.id(statementId, "statementId");
            take(connection, List.of(new StatementReader(connection, clock).readOne(body(request), id)));
            return ResponseEntity.noContent().header(VERSION, OURS).build();
        });
    }

    private void take(Connection connection, List<Statement> read) {
        if (!statements.take(connection, read)) {
            throw StatementRefused.held();
        }
    }

    @GetMapping(PATH)
    ResponseEntity<Object> get() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header(VERSION, OURS)
                .header("Allow", "POST, PUT")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("code", "method-not-allowed", "detail", "Statements are taken in, not given out"));
    }

    /** Part three 2.8. */
    @GetMapping("/xapi/about")
    ResponseEntity<Object> about() {
        return json(HttpStatus.OK, Map.of("version", List.of(OURS)));
    }

    private ResponseEntity<Object> answer(
            @Nullable Connection connection, HttpServletRequest request, Supplier<ResponseEntity<Object>> work) {
        if (connection == null) {
            return problem(HttpStatus.UNAUTHORIZED, "Authorization", "a key and secret are needed");
        }
        if (!allowance.grants(connection)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(VERSION, OURS)
                    .header("Retry-After", "1")
                    .build();
        }
        try {
            String version = Optional.ofNullable(request.getHeader(VERSION)).orElse("");
            StatementReader.require(
                    version.equals("1.0") || version.startsWith("1.0."), VERSION, "is missing, or not 1.0");
            if (!isJson(request)) {
                return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "is not application/json");
            }
            return work.get();
        } catch (StatementRefused refused) {
            return problem(HttpStatus.valueOf(refused.status()), refused.place(), refused.detail());
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw StatementRefused.tooLong();
            }
            return body;
        } catch (IOException e) {
            throw StatementRefused.bad("body", "did not arrive whole");
        }
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String place, String detail) {
        return json(status, Map.of("code", code(status), "place", place, "detail", place + " " + detail));
    }

    private static String code(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static ResponseEntity<Object> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .header(VERSION, OURS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
