package no.kompetansebro.lti;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as launches need one: cookies (secure ones over http, too, as on localhost) and form posts. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CODE = Pattern.compile("data-error-code=\"([^\"]*)\"");

    public final Map<String, String> cookies = new LinkedHashMap<>();
    private final String tool;

    public Browser(int port) {
        this.tool = "http://localhost:" + port;
    }

    public Answer get(String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(tool + pathAndQuery)).GET());
    }

    public Answer post(String path, List<Map.Entry<String, String>> parameters) {
        return send(HttpRequest.newBuilder(URI.create(tool + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters))));
    }

    public Answer post(String path, Map<String, String> parameters) {
        return post(path, List.copyOf(parameters.entrySet()));
    }

    public Answer send(HttpRequest.Builder request) {
        request.header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            Answer answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
            answer.setCookies().forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    public static String form(List<Map.Entry<String, String>> parameters) {
        return parameters.stream()
                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the tool answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String location() {
            return response.headers().firstValue("Location").orElse("");
        }

        public List<String> setCookies() {
            return response.headers().allValues("Set-Cookie");
        }

        public String errorCode() {
            Matcher matcher = CODE.matcher(body());
            return matcher.find() ? matcher.group(1) : "";
        }

        /** The parameters of the address redirected to; fails when one is there twice. */
        public Map<String, String> redirectParameters() {
            return new Address(location()).parameters();
        }

        /** An address with a query. */
        public record Address(String text) {

            public Map<String, String> parameters() {
                Map<String, String> parameters = new LinkedHashMap<>();
                for (String pair : URI.create(text).getRawQuery().split("&")) {
                    String[] parts = pair.split("=", 2);
                    if (parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)) != null) {
                        throw new AssertionError(parts[0] + " is there twice");
                    }
                }
                return parameters;
            }
        }

        public String state() {
            return redirectParameters().get("state");
        }

        public String nonce() {
            return redirectParameters().get("nonce");
        }
    }
}
